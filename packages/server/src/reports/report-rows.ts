import type { RawRow } from "./raw-row.ts";
import { isBlankRow } from "./raw-row.ts";
import type { HeaderMatch } from "./recognise-header.ts";
import { CHUNK_ROWS } from "./report-limits.ts";
import { type ReportProblem, reportProblem } from "./report-problem.ts";
import type { ReportTable } from "./report-table.ts";

export interface ReportRow {
  /** 1-based, as a spreadsheet program shows it. */
  readonly row: number;
  /** Text by official field name; "" for an empty cell. Fields without a column are not there. */
  readonly cells: Readonly<Record<string, string>>;
  /** Every cell as it stands in the file, in the order of `ReportFile.header`. */
  readonly original: readonly string[];
  /** What makes the row unusable by itself; the rows after it are not affected. */
  readonly problem: ReportProblem | null;
}

/** Gives the cells their names, in groups of about CHUNK_ROWS. */
export async function* reportRows(
  raw: AsyncIterable<readonly RawRow[]>,
  match: HeaderMatch<ReportTable>,
): AsyncGenerator<ReportRow[]> {
  const name = rowNamer(match);
  let chunk: ReportRow[] = [];
  for await (const rows of raw) {
    for (const row of rows) {
      if (isBlankRow(row.cells)) continue;
      chunk.push(name(row));
      if (chunk.length < CHUNK_ROWS) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

function rowNamer(match: HeaderMatch<ReportTable>): (row: RawRow) => ReportRow {
  const { columns, errorColumnsAt } = match;
  const width = match.cells.length;
  const keepsAll = errorColumnsAt.size === 0;
  const empty = Object.fromEntries(columns.map(({ field }) => [field, ""]));
  return ({ row, cells }) => {
    // Copied and filled in, all rows have one shape, which is made and read faster.
    const named = { ...empty };
    for (const { field, at } of columns) named[field] = cells[at] ?? "";
    const tooWide = cells.length > width && !isBlankRow(cells.slice(width));
    const original = keepsAll ? cells : cells.filter((_, at) => !errorColumnsAt.has(at));
    return { row, cells: named, original, problem: tooWide ? tooWideRow(row, width) : null };
  };
}

function tooWideRow(row: number, width: number): ReportProblem {
  const message = {
    zh: `第 ${row} 行的单元格多于表头的 ${width} 列。`,
    en: `row \`${row}\` has more cells than the ${width} columns of the header`,
  };
  return reportProblem("report-row-too-wide", message, row);
}
