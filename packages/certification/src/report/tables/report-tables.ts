import { AUDIT_PLAN_TABLE } from "./audit-plan-table.ts";
import { CERTIFICATE_TABLE } from "./certificate-table.ts";
import type { ReportTable, ReportTableId } from "./column.ts";
import { normalizeCode } from "./normalize-cell.ts";
import { PARTICIPATION_TABLE } from "./participation-table.ts";

/** The official report tables as data. The energy table is not carried yet. */
export const REPORT_TABLES = {
  "102010": AUDIT_PLAN_TABLE,
  "103010": CERTIFICATE_TABLE,
  "103011": PARTICIPATION_TABLE,
} as const satisfies Record<ReportTableId, ReportTable>;

/** A field that only its own table has. */
const MARKS: readonly [string, ReportTableId][] = [
  ["AUDIT_PLAN_CODE", "102010"],
  ["CERTI_STATUS", "103010"],
  ["APPR_STAGE", "103011"],
];

export type Header = {
  readonly table: ReportTableId;
  /** Official field of each column; null for a column the table does not have. */
  readonly fields: readonly (string | null)[];
  /** Columns that every row must fill and the file lacks. */
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
};

/** Recognises a table by its header row; headers may be field names or Chinese labels. */
export function readHeader(cells: readonly string[], wanted?: ReportTableId): Header | null {
  const names = cells.map((cell) => normalizeCode(cell));
  const table = wanted ?? MARKS.find(([field]) => names.includes(field))?.[1];
  if (table === undefined) return null;
  const { columns } = REPORT_TABLES[table];
  const byName = new Map(columns.map(({ field }) => [field, field]));
  for (const { field, label } of columns) byName.set(normalizeCode(label.zh), field);
  const fields = names.map((name) => byName.get(name) ?? null);
  return {
    table,
    fields,
    missing: columns
      .filter(({ field, required }) => required === "always" && !fields.includes(field))
      .map(({ field }) => field),
    unknown: cells.filter((cell, i) => fields[i] === null && cell.trim() !== ""),
  };
}
