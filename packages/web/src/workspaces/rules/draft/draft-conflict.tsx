/** @jsxImportSource react */
import type { RuleDraft } from "@suzheng/api-contract";
import { Button } from "antd";
import { useLanguage } from "../../language/use-language.tsx";
import type { DraftEdit } from "./use-draft-edit.ts";
import { words } from "./words.ts";

/** Somebody else saved first: nothing is lost either way, and the person decides. */
export function DraftConflict({ theirs, edit }: { theirs: RuleDraft; edit: DraftEdit }) {
  const { say } = useLanguage();
  const take = () => {
    edit.adopt(theirs);
    edit.save.reset();
  };
  return (
    <section className="notice" role="alert">
      <p className="notice-title">{say(words.conflictTitle(theirs.updatedBy))}</p>
      <p>{say(words.conflictDetail)}</p>
      <div className="acts">
        <Button onClick={() => edit.save.mutate(theirs.counter)}>{say(words.keepMine)}</Button>
        <Button onClick={take}>{say(words.takeTheirs)}</Button>
      </div>
      <p className="small">draft-moved-on</p>
    </section>
  );
}
