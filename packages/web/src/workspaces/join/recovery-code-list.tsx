/** @jsxImportSource react */
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import { useLanguage } from "../language/use-language.tsx";
import { words } from "./words.ts";

/** Shown once; the way on opens when the person says that they are saved. */
export function RecoveryCodeList({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const [isSaved, setSaved] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    message.success(say(words.copied));
  };
  return (
    <section className="stack" aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">{say(words.codesTitle)}</h2>
      <p>{say(words.codesNote)}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="acts">
        <Button onClick={() => void copy()}>{say(words.copy)}</Button>
      </div>
      <Checkbox checked={isSaved} onChange={({ target }) => setSaved(target.checked)}>
        {say(words.saved)}
      </Checkbox>
      <div className="acts">
        <Button type="primary" disabled={!isSaved} onClick={done}>
          {say(words.goOn)}
        </Button>
      </div>
    </section>
  );
}
