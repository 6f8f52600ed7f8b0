import table from "./audit-time-table.json" with { type: "json" };

/**
 * The table that pack expressions read: a copy of rule-packs/iaf-md-5/2019/calculator.yaml, because
 * this package reads no files. A test keeps the two equal.
 */
export const AUDIT_TIME_TABLE: AuditTimeTable = table;

type AuditTimeTable = {
  readonly calculator: string;
  readonly version: string;
  /** `QMS`, or system and risk as `EMS/high`. */
  readonly columns: readonly string[];
  /** Person-days by column. Null: the sources disagree. */
  readonly rows: readonly {
    readonly personsMax: number;
    readonly days: readonly (number | null)[];
  }[];
};

/**
 * Base person-days of an initial audit. `risk` is high, medium, low or limited; QMS ignores it.
 * Null where the table has no value: another scheme, no risk, nobody, more than 10,700 persons, or
 * the cell on which the sources disagree.
 */
export function auditTimeBase(scheme: string, headcount: number, risk: string): number | null {
  const column = AUDIT_TIME_TABLE.columns.indexOf(scheme === "QMS" ? scheme : `${scheme}/${risk}`);
  if (column < 0 || !(headcount >= 1)) return null;
  const row = AUDIT_TIME_TABLE.rows.find(({ personsMax }) => headcount <= personsMax);
  return row?.days[column] ?? null;
}
