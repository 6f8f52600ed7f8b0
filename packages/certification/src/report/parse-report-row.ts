import { complain } from "./cell-reader.ts";
import { certificateRow } from "./certificate-row.ts";
import { checkRow } from "./check-row.ts";
import { participationRow } from "./participation-row.ts";
import { planRow } from "./plan-row.ts";
import { readCell } from "./read-cell.ts";
import type { ReportRows } from "./report-row.ts";
import { isWarning, type RowError, rowError } from "./row-error.ts";
import type { CellValue } from "./tables/cell-value.ts";
import type { CellValues, ReportColumn, ReportTableId, RowContext } from "./tables/column.ts";
import { REPORT_TABLES } from "./tables/report-tables.ts";

/** Cells by official field name, as read from the file. */
export type Cells = Readonly<Record<string, string>>;

export type ParsedRow<Row> =
  | { readonly ok: true; readonly row: Row; readonly warnings: readonly RowError[] }
  | { readonly ok: false; readonly errors: readonly RowError[] };

const BUILDERS: {
  readonly [Table in ReportTableId]: (values: CellValues, context: RowContext) => ReportRows[Table];
} = { "102010": planRow, "103010": certificateRow, "103011": participationRow };

const byField = (columns: readonly ReportColumn[]): ReadonlyMap<string, ReportColumn> =>
  new Map(columns.map((column) => [column.field, column]));

const COLUMNS: Readonly<Record<ReportTableId, ReadonlyMap<string, ReportColumn>>> = {
  "102010": byField(REPORT_TABLES["102010"].columns),
  "103010": byField(REPORT_TABLES["103010"].columns),
  "103011": byField(REPORT_TABLES["103011"].columns),
};

const emptyRow = (columns: readonly ReportColumn[]): CellValues =>
  Object.fromEntries(columns.map(({ field }) => [field, null]));

/** Values of a row without a filled cell. Copied and filled in, all rows have one shape. */
const EMPTY_ROWS: Readonly<Record<ReportTableId, CellValues>> = {
  "102010": emptyRow(REPORT_TABLES["102010"].columns),
  "103010": emptyRow(REPORT_TABLES["103010"].columns),
  "103011": emptyRow(REPORT_TABLES["103011"].columns),
};

function readCells(table: ReportTableId, cells: Cells, problems: RowError[]) {
  const values: Record<string, CellValue> = { ...EMPTY_ROWS[table] };
  for (const column of REPORT_TABLES[table].columns) {
    const raw = cells[column.field];
    if (raw !== undefined && raw !== "") values[column.field] = readCell(raw, { column, problems });
  }
  return values;
}

type Given = { readonly values: CellValues; readonly cells: Cells; readonly context: RowContext };

/** A cell that could not be read has its own problem; it is not missing as well. */
function isMissing({ field }: ReportColumn, given: Given, problems: readonly RowError[]): boolean {
  if ((given.values[field] ?? null) !== null) return false;
  return (given.cells[field] ?? "") === "" || !problems.some((problem) => problem.field === field);
}

function demand(column: ReportColumn, given: Given, problems: RowError[]): void {
  const { required } = column;
  if (required === "optional" || !isMissing(column, given, problems)) return;
  if (required === "always") {
    problems.push(
      rowError(column.field, "required", { label: column.label, value: "", expected: "" }),
    );
  } else if (required.applies(given.values, given.context)) {
    complain({ column, problems }, "required-when", { value: "", expected: required.when });
  }
}

const NO_WARNINGS: readonly RowError[] = [];

/** Reads one row of an official table. A refused row comes with all its errors at once. */
export function parseReportRow<Table extends ReportTableId>(
  table: Table,
  cells: Cells,
  context: RowContext = {},
): ParsedRow<ReportRows[Table]> {
  const { columns } = REPORT_TABLES[table];
  const problems: RowError[] = [];
  const values = readCells(table, cells, problems);
  const given: Given = { values, cells, context };
  for (const column of columns) demand(column, given, problems);
  checkRow(table, { values, context, columns: COLUMNS[table], problems });
  if (problems.length === 0) {
    return { ok: true, row: BUILDERS[table](values, context), warnings: NO_WARNINGS };
  }
  const errors = problems.filter((problem) => !isWarning(problem));
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, row: BUILDERS[table](values, context), warnings: problems };
}
