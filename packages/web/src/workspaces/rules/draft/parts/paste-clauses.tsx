/** @jsxImportSource react */

import type { RuleClause } from "@suzheng/api-contract";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { Recorded } from "../../../language/told-text.tsx";
import { useLanguage } from "../../../language/use-language.tsx";
import { words } from "../words.ts";
import { splitClauses } from "./split-clauses.ts";
import { TextFile } from "./text-file.tsx";

/** A whole text becomes clauses; nothing is added before the count is seen. */
export function PasteClauses({ add }: { add: (clauses: RuleClause[]) => void }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const field = useId();
  const [text, setText] = useState("");
  const found = splitClauses(text);
  const take = () => {
    add(found);
    setText("");
    message.success(say(words.added(found.length)));
  };
  return (
    <details>
      <summary>{say(words.paste)}</summary>
      <div className="stack">
        <label htmlFor={field} className="small">
          <Recorded text={say(words.pasteHint)} />
        </label>
        <Input.TextArea
          id={field}
          value={text}
          rows={5}
          onChange={({ target }) => setText(target.value)}
        />
        <TextFile label={say(words.upload)} read={setText} />
        <div className="acts">
          <Button disabled={found.length === 0} onClick={take}>
            {say(words.split(found.length))}
          </Button>
        </div>
      </div>
    </details>
  );
}
