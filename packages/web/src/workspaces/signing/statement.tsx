/** @jsxImportSource react */
import type { LocalText, PreparedAct } from "@suzheng/api-contract";
import { useLanguage } from "../language/use-language.tsx";
import { categoryNames } from "../rules/words.ts";
import { type StatementRow, statementRows } from "./statement-rows.ts";
import { actNames, flagNames, statementNames, words } from "./words.ts";

const ORDER = Object.keys(statementNames);
const placeOf = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

const inReadingOrder = (rows: readonly StatementRow[]) =>
  rows.toSorted((one, other) => placeOf(one.name) - placeOf(other.name));

const CODE_NAMES: Readonly<Record<string, Readonly<Record<string, LocalText>>>> = {
  type: actNames,
  category: categoryNames,
  isExecutable: flagNames,
};

/** What will be signed: first to read, then byte for byte. */
export function Statement({ prepared }: { prepared: PreparedAct }) {
  const { say } = useLanguage();
  return (
    <>
      <dl className="facts statement">
        {inReadingOrder(statementRows(prepared.statement)).map(({ name, value }) => (
          <div key={name}>
            <dt>{statementNames[name] === undefined ? name : say(statementNames[name])}</dt>
            <dd>{say(CODE_NAMES[name]?.[value] ?? { zh: value, en: value })}</dd>
          </div>
        ))}
      </dl>
      {prepared.certificates !== null && (
        <p>
          <strong>{say(words.certificates(prepared.certificates))}</strong>
        </p>
      )}
      <details>
        <summary>{say(words.exact)}</summary>
        <pre className="raw">{prepared.statement}</pre>
        <p className="small">
          {say(words.hash)} <code>{prepared.hash}</code>
        </p>
      </details>
    </>
  );
}
