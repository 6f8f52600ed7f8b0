/** @jsxImportSource react */
import type { RuleClause } from "@suzheng/api-contract";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useLanguage } from "../../../language/use-language.tsx";
import { Field } from "../field.tsx";
import { useFindingsUnder } from "../findings.tsx";
import { words } from "../words.ts";

type ClauseFields = {
  clause: RuleClause;
  at: number;
  count: number;
  change: (clause: RuleClause) => void;
  /** Exchanges the clause at the place with the one after it. */
  move: (from: number) => void;
  remove: () => void;
};

/** A new clause is open to be filled in; those that were there are folded to their headings. */
export function ClauseFields(props: ClauseFields) {
  const { say } = useLanguage();
  const { clause, at } = props;
  const path = `clauses.${at}`;
  const hasFindings = useFindingsUnder(path).length > 0;
  const [isOpen, setOpen] = useState(clause.number === "");
  useEffect(() => {
    if (hasFindings) setOpen(true);
  }, [hasFindings]);
  const heading = `${clause.number} ${say(clause.title)}`.trim() || say(words.clause(at + 1));
  return (
    <li>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{heading}</summary>
        <Texts {...props} path={path} />
        <Order {...props} heading={heading} />
      </details>
    </li>
  );
}

function Texts({ clause, change, path }: ClauseFields & { path: string }) {
  const { say } = useLanguage();
  const { title, text } = clause;
  return (
    <div className="fields">
      <Field
        path={`${path}.number`}
        label={say(words.number)}
        value={clause.number}
        change={(number) => change({ ...clause, number })}
      />
      <Field
        path={`${path}.title.zh`}
        label={say(words.clauseTitle)}
        value={title.zh}
        change={(zh) => change({ ...clause, title: { ...title, zh } })}
      />
      <Field
        path={`${path}.text.zh`}
        label={say(words.text)}
        rows={3}
        value={text.zh}
        change={(zh) => change({ ...clause, text: { ...text, zh } })}
      />
      <Field
        path={`${path}.title.en`}
        label={say(words.clauseTitleEn)}
        isWide
        value={title.en}
        change={(en) => change({ ...clause, title: { ...title, en } })}
      />
      <Field
        path={`${path}.text.en`}
        label={say(words.textEn)}
        rows={2}
        value={text.en}
        change={(en) => change({ ...clause, text: { ...text, en } })}
      />
    </div>
  );
}

function Order({ at, count, move, remove, heading }: ClauseFields & { heading: string }) {
  const { say } = useLanguage();
  return (
    <div className="acts">
      <Button
        disabled={at === 0}
        aria-label={`${say(words.up)} ${heading}`}
        onClick={() => move(at - 1)}
      >
        {say(words.up)}
      </Button>
      <Button
        disabled={at === count - 1}
        aria-label={`${say(words.down)} ${heading}`}
        onClick={() => move(at)}
      >
        {say(words.down)}
      </Button>
      <Button aria-label={`${say(words.removeClause)} ${heading}`} onClick={remove}>
        {say(words.removeClause)}
      </Button>
    </div>
  );
}
