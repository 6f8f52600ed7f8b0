/** @jsxImportSource react */
import { useLanguage } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { draftPath } from "../version-path.ts";
import { words } from "./words.ts";

export function ReturnedNote({ rule }: { rule: string }) {
  const { say } = useLanguage();
  return (
    <div className="note">
      <p>{say(words.returnedNote)}</p>
      <p>
        <Go to={draftPath(rule)}>{say(words.revise)}</Go>
      </p>
    </div>
  );
}
