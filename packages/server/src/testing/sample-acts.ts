import {
  type AuditPlanReported,
  EXAMPLE_CELLS,
  evolveProject,
  initialProject,
  projectStream,
  type ReportTableId,
} from "@suzheng/certification";
import { type Act, bodyOf } from "../application/act.ts";
import { type RowOutcome, rowRecorder } from "../application/imports/record-rows.ts";
import type { Platform } from "../compose/platform.ts";
import { BODY } from "./test-platform.ts";

/** A plan of a project's own stream, the smallest act that the domain can follow. */
export function planAct(
  project: number,
  options: Partial<Act> & { institution?: string; data?: object } = {},
): Act {
  const { institution = BODY, data: given, ...rest } = options;
  const key = String(project).padStart(9, "0");
  const data = { institution, planNumber: `P${key}`, startOn: "2026-02-03", itemCode: "A010103" };
  const event = { type: "AuditPlanReported", schema: 1, occurredOn: "2026-02-03", data };
  // The fields that the state depends on; a whole plan would only be longer.
  const state = evolveProject(initialProject, event as unknown as AuditPlanReported);
  return {
    stream: projectStream(key, data.itemCode),
    expectedVersion: null,
    type: event.type,
    schema: event.schema,
    occurredOn: event.occurredOn,
    body: bodyOf(given ?? data),
    personal: [],
    projection: { state: JSON.stringify(state) },
    ...rest,
  };
}

export const certificateNumber = (n: number): string => `90126Q${10_000 + n}R0S`;

type SampleRow = { table: ReportTableId; cells: Record<string, string> };

/** One certificate's plan, report and two people's audit days, with values of its own. */
export function sampleRows(n: number): SampleRow[] {
  const CERT_NUMBER = certificateNumber(n);
  const plan = `R0901012026${String(n).padStart(6, "0")}`;
  const other = { FULL_NAME: "林样例", ID_CODE: "110101190001020000", APPR_M_ROLE: "02" };
  return [
    { table: "102010", cells: { ...EXAMPLE_CELLS["102010"], AUDIT_PLAN_CODE: plan } },
    { table: "103010", cells: { ...EXAMPLE_CELLS["103010"], CERT_NUMBER } },
    { table: "103011", cells: { ...EXAMPLE_CELLS["103011"], CERT_NUMBER } },
    { table: "103011", cells: { ...EXAMPLE_CELLS["103011"], CERT_NUMBER, ...other } },
  ];
}

/** Cells of 103010 for a suspension that the body reports with its first and last day. */
export const suspendedCells = (from: string, until: string): Record<string, string> => ({
  APPR_AC_CODE: "05",
  REPORT_TYPE: "05",
  CHG_DATE: from,
  APP_ASS_DATE: from,
  CERTI_STATUS: "02",
  CHG_TYP_CODE: "97_01",
  PAUSE_CAUSE: "0112",
  PAUSE_S_DATE: from,
  PAUSE_E_DATE: until,
});

/** Reports rows as a body does, one table after the other; answers with the outcomes. */
export async function reportRows(
  platform: Platform,
  rows: readonly SampleRow[],
): Promise<RowOutcome[]> {
  const institution = await platform.store.institution(BODY);
  if (institution === null) throw new Error(`\`${BODY}\` is connected first`);
  const parts = { ...platform, packs: platform.packs.map(({ pack }) => pack), submitter: "test" };
  const outcomes: RowOutcome[] = [];
  for (const table of ["102010", "103010", "103011"] as const) {
    const cells = rows.filter((row) => row.table === table).map((row) => row.cells);
    const numbered = cells.map((one, i) => ({ row: i + 2, cells: one }));
    outcomes.push(...(await rowRecorder(parts, institution).record(table, numbered)));
  }
  return outcomes;
}
