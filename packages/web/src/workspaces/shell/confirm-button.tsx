/** @jsxImportSource react */
import { Button, Popconfirm } from "antd";
import { useLanguage } from "../language/use-language.tsx";
import { words } from "./words.ts";

type ConfirmButton = {
  label: string;
  /** What it concerns, for those who hear the buttons without seeing the row. */
  about: string;
  title: string;
  note?: string;
  confirmed: () => void;
};

/** For what cannot be taken back but binds nobody: a second, separate press. */
export function ConfirmButton({ label, about, title, note, confirmed }: ConfirmButton) {
  const { say } = useLanguage();
  return (
    <Popconfirm
      title={title}
      description={note}
      okText={label}
      cancelText={say(words.cancel)}
      okButtonProps={{ danger: true }}
      onConfirm={confirmed}
    >
      <Button danger aria-label={`${label} ${about}`}>
        {label}
      </Button>
    </Popconfirm>
  );
}
