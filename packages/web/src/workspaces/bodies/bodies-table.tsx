/** @jsxImportSource react */
import type { InstitutionCounts } from "@suzheng/api-contract";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { inLanguage } from "../../portal/language/language.ts";
import { useLanguage } from "../language/use-language.tsx";
import { COLUMNS, type Column, inColumn, type Sorting, usualSorting } from "./sort-bodies.ts";
import { words } from "./words.ts";

type Sort = { sorting: Sorting; sort: (sorting: Sorting) => void };

export function BodiesTable({ bodies, ...order }: Sort & { bodies: readonly InstitutionCounts[] }) {
  const { say } = useLanguage();
  return (
    <div className="table-frame">
      <table className="table bodies-table">
        <caption className="unseen">{say(words.columns.name)}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Heading key={column} column={column} {...order} />
            ))}
          </tr>
        </thead>
        <tbody>
          {bodies.map((body) => (
            <BodyRow key={body.approvalNumber} body={body} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Sorts by its column; once more turns the order round. */
function Heading({ column, sorting, sort }: Sort & { column: Column }) {
  const { say } = useLanguage();
  const { by, isDescending } = sorting;
  const isChosen = by === column;
  const next = isChosen ? { by, isDescending: !isDescending } : usualSorting(column);
  const direction = isDescending ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={isChosen ? direction : "none"}>
      <button type="button" className="plain" onClick={() => sort(next)}>
        {say(words.columns[column])}
        {isChosen && <span aria-hidden="true">{isDescending ? " ↓" : " ↑"}</span>}
      </button>
    </th>
  );
}

const NUMBERS = COLUMNS.filter((column) => column !== "name" && column !== "lastReportedAt");

function BodyRow({ body }: { body: InstitutionCounts }) {
  const { say, language } = useLanguage();
  const { approvalNumber, name, nameEnglish, status, lastReportedAt } = body;
  return (
    <tr>
      <th scope="row">
        <a href={inLanguage(`/bodies/${encodeURIComponent(approvalNumber)}`, language)}>
          {language === "en" && nameEnglish ? nameEnglish : name}
        </a>
        <span className="small">
          {approvalNumber}
          {status !== "active" && ` · ${say(words.approval[status])}`}
        </span>
      </th>
      {NUMBERS.map((column) => {
        const value = inColumn(body, column);
        return (
          <td key={column} className="number" data-label={say(words.columns[column])}>
            {value === null ? say(words.notKnown) : value.toLocaleString("en-US")}
          </td>
        );
      })}
      <td className="number" data-label={say(words.columns.lastReportedAt)}>
        {lastReportedAt === null ? say(words.never) : beijingMinute(lastReportedAt)}
      </td>
    </tr>
  );
}
