/** @jsxImportSource react */
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useLanguage } from "../language/use-language.tsx";
import { Sheet } from "../shell/frame/sheet.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { words as shellWords } from "../shell/words.ts";
import { words } from "./words.ts";

type EraseButton = {
  label: string;
  signInName: string;
  /** Whose, for those who hear the buttons without seeing the row. */
  about?: string;
  erase: (confirm: string) => void;
  error: unknown;
};

/** For good, so it is confirmed in words: the sign-in name, typed as it is. */
export function EraseButton({ label, signInName, about = "", erase, error }: EraseButton) {
  const { say } = useLanguage();
  const field = useId();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  return (
    <>
      <Button danger aria-label={`${label} ${about}`} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <Sheet title={`${label} ${about}`} close={() => setOpen(false)}>
          <p>{say(words.eraseNote)}</p>
          <label htmlFor={field}>{say(words.confirmLabel(signInName))}</label>
          <Input
            id={field}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setTyped(target.value)}
          />
          <ErrorNotice error={error} />
          <div className="acts">
            <Button onClick={() => setOpen(false)}>{say(shellWords.cancel)}</Button>
            <Button danger disabled={typed !== signInName} onClick={() => erase(typed)}>
              {label}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
