/** @jsxImportSource react */
import type { RuleClause } from "@suzheng/api-contract";
import { Button } from "antd";
import { useLanguage } from "../../../language/use-language.tsx";
import { Empty } from "../../../shell/notices.tsx";
import { useUndo } from "../../../shell/use-undo.tsx";
import { FieldFindings } from "../findings.tsx";
import type { Part } from "../part.ts";
import { placed } from "../placed.ts";
import { words } from "../words.ts";
import { ClauseFields } from "./clause-fields.tsx";
import { PasteClauses } from "./paste-clauses.tsx";

const EMPTY: RuleClause = { number: "", title: { zh: "", en: "" }, text: { zh: "", en: "" } };

const swapped = (clauses: readonly RuleClause[], at: number): RuleClause[] => {
  const [first, second] = [clauses[at], clauses[at + 1]];
  if (first === undefined || second === undefined) return [...clauses];
  return [...clauses.slice(0, at), second, first, ...clauses.slice(at + 2)];
};

type Clauses = Part & { latest: () => Part["content"] };

export function ClausesPart({ content, change, latest }: Clauses) {
  const { say } = useLanguage();
  const offerUndo = useUndo();
  const { clauses } = content;
  const put = (next: RuleClause[]) => change({ ...content, clauses: next });
  const removeAt = (at: number) => {
    const removed = clauses[at];
    if (removed === undefined) return;
    put(clauses.filter((_clause, place) => place !== at));
    offerUndo(`${say(words.removed)}${removed.number} ${say(removed.title)}`, () => {
      const now = latest();
      change({ ...now, clauses: now.clauses.toSpliced(at, 0, removed) });
    });
  };
  return (
    <section aria-labelledby="clauses">
      <h2 id="clauses">{say(words.clauses)}</h2>
      <FieldFindings path="clauses" />
      {clauses.length === 0 && (
        <Empty title={say(words.clausesEmpty)} way={say(words.clausesEmptyWay)} />
      )}
      <ol className="clause-forms">
        {placed(clauses).map(({ item: clause, at }) => (
          <ClauseFields
            key={at}
            clause={clause}
            at={at}
            count={clauses.length}
            change={(next) => put(clauses.with(at, next))}
            move={(from) => put(swapped(clauses, from))}
            remove={() => removeAt(at)}
          />
        ))}
      </ol>
      <div className="acts">
        <Button onClick={() => put([...clauses, EMPTY])}>{say(words.addClause)}</Button>
      </div>
      <PasteClauses add={(more) => put([...clauses, ...more])} />
    </section>
  );
}
