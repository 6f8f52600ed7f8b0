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
  /** Whether it can be taken back. */
  isDanger?: boolean;
  confirmed: () => void;
};

/** For what concerns others but binds nobody: a second, separate press. */
export function ConfirmButton({ isDanger = true, ...asked }: ConfirmButton) {
  const { label, about, title, note, confirmed } = asked;
  const { say } = useLanguage();
  return (
    <Popconfirm
      title={title}
      description={note}
      okText={label}
      cancelText={say(words.cancel)}
      okButtonProps={{ danger: isDanger }}
      onConfirm={confirmed}
    >
      <Button danger={isDanger} aria-label={`${label} ${about}`}>
        {label}
      </Button>
    </Popconfirm>
  );
}
