import type { Scheme } from "../schemes.ts";

/** One line of the IAF MD 5 tables, person-days of stages 1 and 2 (domain facts 10.1). */
type AuditTime = readonly [personsMax: number, qms: number, ems: number, ohsms: number];

/** EMS and OHSMS columns for medium complexity. */
const AUDIT_TIMES: readonly AuditTime[] = [
  [5, 1.5, 2.5, 2.5],
  [10, 2, 3, 3],
  [15, 2.5, 3.5, 3.5],
  [25, 3, 4.5, 4.5],
  [45, 4, 5.5, 5.5],
  [65, 5, 6, 6],
  [85, 6, 7, 7],
  [125, 7, 8, 8],
  [175, 8, 9, 9],
  [275, 9, 10, 10],
  [425, 10, 11, 11],
  [625, 11, 12, 12],
  [875, 12, 13, 13],
  [1175, 13, 15, 15],
  [1550, 14, 16, 16],
  [2025, 15, 17, 17],
];

/** Share of the initial time (T-02). */
export const ACTIVITY_SHARE = { initial: 1, surveillance: 1 / 3, recertification: 2 / 3 } as const;

const COLUMN = { Q: 1, E: 2, S: 3 } as const;

/** Person-days that the table asks for an initial audit. */
export function initialPersonDays(scheme: Scheme, headcount: number): number {
  const line = AUDIT_TIMES.find(([personsMax]) => headcount <= personsMax) ?? AUDIT_TIMES.at(-1);
  if (line === undefined) throw new Error("the audit-time table is empty");
  return line[COLUMN[scheme.letter]];
}
