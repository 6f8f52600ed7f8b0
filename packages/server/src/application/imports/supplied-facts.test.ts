import assert from "node:assert/strict";
import { test } from "node:test";
import { EXAMPLE_CELLS, type PauseState, type ReportTableId } from "@suzheng/certification";
import { type ActType, type Judged, loadPack, type Pack, VOCABULARY } from "@suzheng/rules";
import type { Act } from "../act.ts";
import type { CertificationStore } from "../certification-store.ts";
import { rowRecorder } from "./record-rows.ts";

type Cells = Readonly<Record<string, string>>;

const BODY = "CNCA-R-2026-901";
const RECORDED = {
  CertificateReported: "103010",
  AuditPlanReported: "102010",
  AuditParticipationReported: "103011",
} as const satisfies Partial<Record<ActType, ReportTableId>>;
type RecordedType = keyof typeof RECORDED;
const TYPES = Object.keys(RECORDED) as RecordedType[];

const namesOf = (type: RecordedType): string[] =>
  Object.entries<object>(VOCABULARY[type])
    .filter(([, declared]) => !("unreported" in declared))
    .map(([name]) => name);

const text = (zh: string) => ({ zh, en: zh });

/** A rule that says every fact of recorded acts, so that each verdict notes them all. */
function packOfEverything(): Pack {
  const clauses = [
    { number: "1", title: text("全部"), text: text("全部"), source: "演示", confidence: "high" },
  ];
  const requirements = TYPES.map((on) => {
    const said = text(
      Object.keys(VOCABULARY[on])
        .map((name) => `{${name}}`)
        .join(" "),
    );
    const because = { met: said, notMet: said };
    const words = { title: text("全部"), because, severity: "hint", remedy: text("无") };
    return {
      id: on.toLowerCase(),
      clause: "1",
      kind: "gate",
      on,
      requires: 'scheme != "X"',
      ...words,
    };
  });
  const examples = requirements.map(({ id }) => [
    id,
    {
      cases: [
        { name: "a", expect: "met", boundary: true, facts: { scheme: "QMS" } },
        { name: "b", expect: "not-met", facts: { scheme: "X" } },
      ],
    },
  ]);
  const pack = {
    ...{ id: "everything", version: "1", number: "1", title: text("全部"), issuer: text("无") },
    ...{ category: "management-system", issuedOn: "2020-01-01", inForceFrom: "2020-01-01" },
    ...{ inForceUntil: null, schemes: ["ANY"], itemCodes: [], basis: [], clauses },
    ...{ parameters: [], requirements },
  };
  // JSON is YAML.
  const loaded = loadPack({
    pack: JSON.stringify(pack),
    examples: JSON.stringify({ usual: {}, examples: Object.fromEntries(examples) }),
  });
  assert.ok(loaded.ok, JSON.stringify(loaded));
  return loaded.pack;
}

const PAUSE = {
  ...{ institution: BODY, requirements: ["all"], regions: ["all"], reason: "台风" },
  ...{ from: "2027-07-01", until: "2027-07-15", approvedByName: "某监管部门" },
} as unknown as PauseState;

const STORE: CertificationStore = {
  institution: async () => null,
  states: async () => new Map(),
  pauses: async () => [PAUSE],
  presences: async () => new Map(),
  numbersOfOthers: async () => new Set(),
};

const change = (on: string): Cells => ({
  ...{ APPR_AC_CODE: "05", REPORT_TYPE: "05", CHG_DATE: on, APP_ASS_DATE: on },
});
const surveillance = (on: string, count: string): Cells => ({
  ...{ APPR_AC_CODE: "03", REPORT_TYPE: "04", SUSE_TIMES: count },
  ...{ APPR_S_DATE: on, APPR_E_DATE: on, APP_ASS_DATE: on },
});
const ROWS: Record<ReportTableId, readonly Cells[]> = {
  "102010": [{}],
  "103010": [
    {},
    { CERT_NUMBER: "90126Q10001R0S-1", IS_C_CERTI: "1", M_CERTI_NUM: "90126Q10001R0S" },
    surveillance("2027-01-10", "1"),
    surveillance("2028-01-08", "2"),
    {
      ...{ ...change("2028-02-01"), CERTI_STATUS: "02", CHG_TYP_CODE: "97_01" },
      ...{ PAUSE_CAUSE: "0112", PAUSE_S_DATE: "2028-02-01", PAUSE_E_DATE: "2028-07-31" },
    },
    {
      ...{ ...change("2028-08-01"), CERTI_STATUS: "03", CHG_TYP_CODE: "97_03" },
      ...{ CANCEL_CAUSE: "0115", CANCEL_DATE: "2028-08-01" },
    },
    { CERT_NUMBER: "90126Q10002R0S" },
    {
      ...{ ...change("2028-08-01"), CERT_NUMBER: "90126Q10002R0S", CERTI_STATUS: "04" },
      ...{ CHG_TYP_CODE: "97", CANCEL_DATE: "2028-08-01" },
    },
  ],
  "103011": [
    { APPR_STAGE: "0101", APPR_S_DATE: "2026-01-20 08:00:00", APPR_E_DATE: "2026-01-20 17:00:00" },
    {},
  ],
};

/** Every fact that some verdict on these rows knew, by type of act. */
async function suppliedFacts(): Promise<Map<string, Set<string>>> {
  const acts: Act[] = [];
  const recorder = rowRecorder(
    {
      ledger: {
        async append(request) {
          acts.push(...request.acts);
          return { ok: true };
        },
      },
      store: STORE,
      packs: [packOfEverything()],
      personToken: (value) => value,
      now: () => "2029-01-01T04:00:00.000Z",
      submitter: "test",
    },
    { approvalNumber: BODY, connectedAt: "2026-01-01T00:00:00.000Z" },
  );
  for (const table of ["102010", "103010", "103011"] as const) {
    const rows = ROWS[table].map((cells, i) => ({
      row: i + 2,
      cells: { ...EXAMPLE_CELLS[table], ...cells },
    }));
    const outcomes = await recorder.record(table, rows);
    assert.ok(
      outcomes.every(({ outcome }) => outcome === "recorded"),
      JSON.stringify(outcomes),
    );
  }
  const supplied = new Map<string, Set<string>>(TYPES.map((type) => [type, new Set()]));
  for (const { type, body } of acts) {
    const judged = JSON.parse(body.judged ?? "[]") as Judged[];
    const facts = judged.flatMap(({ verdicts }) => verdicts.map((verdict) => verdict.facts));
    for (const [name, value] of Object.entries(Object.assign({}, ...facts))) {
      if (value !== null) supplied.get(type)?.add(name);
    }
  }
  return supplied;
}

test("whatever a rule may ask of a recorded act is supplied, but for what no report carries", async () => {
  const supplied = await suppliedFacts();
  for (const type of TYPES) {
    assert.deepEqual([...(supplied.get(type) ?? [])].sort(), namesOf(type).sort(), type);
  }
});
