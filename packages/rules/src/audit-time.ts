import table from "./audit-time.json" with { type: "json" };

/** The tables of IAF MD 5 with sources, confidence and the cells still to be confirmed. */
export const AUDIT_TIME_TABLE = table;

/**
 * Base person-days of an initial audit. `risk` is high, medium, low or limited; QMS ignores it.
 * Null where the table has no cell: another scheme, no risk, nobody, more than 10,700 persons.
 */
export function auditTimeBase(scheme: string, headcount: number, risk: string): number | null {
  const column = table.columns.indexOf(scheme === "QMS" ? scheme : `${scheme}/${risk}`);
  if (column < 0 || !(headcount >= 1)) return null;
  const row = table.rows.find(({ personsMax }) => headcount <= personsMax);
  return row?.days[column] ?? null;
}
