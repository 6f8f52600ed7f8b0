/** @jsxImportSource react */
import type { PreparedAct } from "@suzheng/api-contract";
import { useLanguage } from "../language/use-language.tsx";
import { statementRows } from "./statement-rows.ts";
import { actNames, statementNames, words } from "./words.ts";

/** What will be signed: first to read, then byte for byte. */
export function Statement({ prepared }: { prepared: PreparedAct }) {
  const { say } = useLanguage();
  return (
    <>
      <dl className="facts statement">
        {statementRows(prepared.statement).map(({ name, value }) => (
          <div key={name}>
            <dt>{statementNames[name] === undefined ? name : say(statementNames[name])}</dt>
            <dd>{name === "type" && actNames[value] ? say(actNames[value]) : value}</dd>
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
