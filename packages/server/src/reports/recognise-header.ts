import type { RawRow } from "./raw-row.ts";
import { type ReportProblem, reportProblem } from "./report-problem.ts";
import type { ColumnPlace, ReportTable } from "./report-table.ts";

/** The columns a file of rejected rows has in addition; they mean nothing on re-import. */
export const ERROR_COLUMNS = ["错误代码 ERROR_CODES", "错误说明 ERROR_TEXT"] as const;

export interface HeaderMatch<Table extends ReportTable> {
  readonly table: Table;
  /** Index, among the rows looked at, of the first row after the header. */
  readonly firstDataAt: number;
  readonly headerRow: number;
  /** Header cells as written, up to the last that is not blank. */
  readonly cells: readonly string[];
  readonly columns: readonly ColumnPlace[];
  /** Positions of ERROR_COLUMNS. */
  readonly errorColumnsAt: ReadonlySet<number>;
  readonly unknownColumns: readonly string[];
  /** Columns of the table that the file does not have; none of them mandatory. */
  readonly absentFields: readonly string[];
}

/** A title or label row may stand above the header, no more. */
export const HEADER_ROWS_MAX = 5;
/** One or two matching words may be chance; three are a header. */
const MATCHES_MIN = 3;

interface Candidate<Table extends ReportTable> {
  readonly at: number;
  readonly table: Table;
  readonly columns: readonly ColumnPlace[];
}

/** Finds the header among the first rows of a sheet and says which table it is of. */
export function recogniseHeader<Table extends ReportTable>(
  rows: readonly RawRow[],
  tables: readonly Table[],
): HeaderMatch<Table> | ReportProblem {
  const named = tables.map(withNames);
  const candidates = rows
    .slice(0, HEADER_ROWS_MAX)
    .flatMap(({ cells }, at) => named.map((table) => matchTable(at, cells, table)))
    .filter((candidate) => candidate.columns.length >= Math.min(MATCHES_MIN, size(candidate)));
  const most = Math.max(0, ...candidates.map(({ columns }) => columns.length));
  const best = candidates.filter(({ columns }) => columns.length === most);
  const complete = best.filter((candidate) => missingMandatory(candidate).length === 0);
  const fitting = complete.length > 0 ? complete : best;
  const [first] = fitting;
  if (first === undefined || fitting.some(({ table }) => table !== first.table)) {
    return unknownTable(tables, best);
  }
  const missing = missingMandatory(first);
  if (missing.length > 0) return missingColumns(first.table, missing);
  return headerMatch(first, rows);
}

const size = ({ table }: Candidate<ReportTable>) => table.columns.length;

interface NamedTable<Table extends ReportTable> {
  readonly table: Table;
  readonly columns: readonly NamedColumn[];
}

interface NamedColumn {
  readonly field: string;
  /** What its cell in a header may say, plainly. */
  readonly names: readonly string[];
}

const withNames = <Table extends ReportTable>(table: Table): NamedTable<Table> => ({
  table,
  columns: table.columns.map(({ field, label }) => ({
    field,
    names: [plain(field), plain(label.zh), plain(label.en)],
  })),
});

function matchTable<Table extends ReportTable>(
  at: number,
  cells: readonly string[],
  { table, columns: named }: NamedTable<Table>,
): Candidate<Table> {
  const taken = new Set<string>();
  const columns: ColumnPlace[] = [];
  for (const [position, cell] of cells.entries()) {
    const isNamed = namedBy(cell);
    const column = named.find((each) => !taken.has(each.field) && isNamed(each));
    if (column === undefined) continue;
    taken.add(column.field);
    columns.push({ field: column.field, at: position });
  }
  return { at, table, columns };
}

/** `CERT_NUMBER`, `证书编号`, `证书编号（必填）`, `cert_number *` or `证书编号 CERT_NUMBER`. */
function namedBy(cell: string): (column: NamedColumn) => boolean {
  const text = plain(cell);
  const words = cell.toUpperCase().match(/[A-Z][A-Z0-9_]*_[A-Z0-9_]+/g);
  const word = words?.length === 1 ? words[0] : undefined;
  return ({ field, names }) =>
    text !== "" && (names.includes(text) || word === field.toUpperCase());
}

/** Without blanks and invisible characters, `*` and remarks in brackets. */
function plain(text: string): string {
  return text
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, "")
    .replace(/[\s\p{Cf}*＊:：]/gu, "")
    .toUpperCase();
}

function missingMandatory({ table, columns }: Candidate<ReportTable>): string[] {
  const present = new Set(columns.map(({ field }) => field));
  return table.columns
    .filter(({ field, required }) => required === "always" && !present.has(field))
    .map(({ field }) => field);
}

function headerMatch<Table extends ReportTable>(
  { at, table, columns }: Candidate<Table>,
  rows: readonly RawRow[],
): HeaderMatch<Table> {
  const cells = withoutBlankEnd((rows[at] as RawRow).cells);
  const known = new Set(columns.map((column) => column.at));
  const errorColumnsAt = new Set(
    cells.flatMap((cell, position) => (isErrorColumn(cell) ? [position] : [])),
  );
  const isUnknown = (cell: string, position: number) =>
    cell.trim() !== "" && !known.has(position) && !errorColumnsAt.has(position);
  const present = new Set(columns.map(({ field }) => field));
  return {
    table,
    firstDataAt: afterSecondHeader(at, rows, table),
    headerRow: (rows[at] as RawRow).row,
    cells,
    columns,
    errorColumnsAt,
    unknownColumns: cells.filter(isUnknown),
    absentFields: table.columns.map(({ field }) => field).filter((field) => !present.has(field)),
  };
}

/**
 * Labels may stand in a row of their own below the field names, in words that are not always
 * ours: Chinese text without any digit, which no reported row can do without.
 */
function afterSecondHeader(at: number, rows: readonly RawRow[], table: ReportTable): number {
  const below = rows[at + 1]?.cells ?? [];
  const filled = below.filter((cell) => cell.trim() !== "");
  const matches = matchTable(at + 1, below, withNames(table)).columns.length;
  const isNamedRow = matches >= MATCHES_MIN && matches * 2 > filled.length;
  const width = withoutBlankEnd(rows[at]?.cells ?? []).length;
  const chinese = filled.filter((cell) => /\p{Script=Han}/u.test(cell)).length;
  const isWordy = chinese * 2 > width && !filled.some((cell) => /\d/.test(cell));
  return isNamedRow || isWordy ? at + 2 : at + 1;
}

function isErrorColumn(cell: string): boolean {
  const text = plain(cell);
  return ERROR_COLUMNS.some((column) => plain(column) === text);
}

function withoutBlankEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1);
}

function unknownTable(
  tables: readonly ReportTable[],
  best: readonly Candidate<ReportTable>[],
): ReportProblem {
  if (best.length > 0) {
    const ids = [...new Set(best.map(({ table }) => table.id))].join(", ");
    return reportProblem("report-table-unknown", {
      zh: `表头同时符合多张官方表（${ids}），无法确定是哪一张。${missingOf(best, "zh")}`,
      en: `the header fits several official tables (\`${ids}\`). ${missingOf(best, "en")}`,
    });
  }
  const none = tables.map((table) => ({ at: 0, table, columns: [] }));
  return reportProblem("report-table-unknown", {
    zh: `前 ${HEADER_ROWS_MAX} 行内没有找到官方表的表头。${missingOf(none, "zh")}`,
    en: `no header of an official table in the first ${HEADER_ROWS_MAX} rows. ${missingOf(none, "en")}`,
  });
}

function missingOf(candidates: readonly Candidate<ReportTable>[], language: "zh" | "en"): string {
  return candidates
    .map((candidate) => ({ id: candidate.table.id, fields: missingMandatory(candidate) }))
    .filter(({ fields }) => fields.length > 0)
    .map(({ id, fields }) =>
      language === "zh"
        ? `${id} 缺少必填列：${fields.join("、")}。`
        : `\`${id}\` lacks the mandatory ${fields.join(", ")}`,
    )
    .join(language === "zh" ? "" : "; ");
}

function missingColumns(table: ReportTable, fields: readonly string[]): ReportProblem {
  const named = fields.map((field) => {
    const label = table.columns.find((column) => column.field === field)?.label.zh ?? "";
    return `${field} ${label}`.trim();
  });
  return reportProblem("report-columns-missing", {
    zh: `${table.id} 缺少必填列：${named.join("、")}。`,
    en: `table \`${table.id}\` lacks the mandatory columns \`${fields.join(", ")}\``,
  });
}
