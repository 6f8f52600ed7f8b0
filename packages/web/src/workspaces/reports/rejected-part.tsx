/** @jsxImportSource react */
import type { ImportRun } from "@suzheng/api-contract";
import { oneLanguage } from "../../portal/upload/one-language.ts";
import { useLanguage } from "../language/use-language.tsx";
import { grouped } from "./reports-api.ts";
import { words } from "./words.ts";

const SHOWN_MAX = 100;

/** Rows that were not taken, with reasons, and the files to mend and send again. */
export function RejectedPart({ run: { summary, rejectedFiles } }: { run: ImportRun }) {
  const { say } = useLanguage();
  if (rejectedFiles.length === 0 && summary.errors.length === 0) return null;
  return (
    <section aria-labelledby="mend" className="stack">
      <h3 id="mend">{say(words.mend)}</h3>
      <p className="small">{say(words.mendHint)}</p>
      <ul>
        {rejectedFiles.map(({ name, url }) => (
          <li key={url}>
            <a href={url} download={name}>
              {say(words.download)} {name}
            </a>
          </li>
        ))}
      </ul>
      {summary.errors.length > SHOWN_MAX && (
        <p className="small">{say(words.firstErrors(grouped(SHOWN_MAX)))}</p>
      )}
      {summary.errors.length > 0 && <Errors errors={summary.errors.slice(0, SHOWN_MAX)} />}
    </section>
  );
}

function Errors({ errors }: { errors: ImportRun["summary"]["errors"] }) {
  const { say, language } = useLanguage();
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say(words.file)}</th>
            <th scope="col">{say(words.row)}</th>
            <th scope="col">{say(words.field)}</th>
            <th scope="col">{say(words.reason)}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ file, row, field, code, message }) => (
            <tr key={`${file} ${row} ${field} ${code}`}>
              <td>{file}</td>
              <td className="number">{grouped(row)}</td>
              <td>
                <code>{field ?? "–"}</code>
              </td>
              <td>
                {oneLanguage(message, language)} <span className="small">{code}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
