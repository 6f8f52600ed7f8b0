import assert from "node:assert/strict";
import { test } from "node:test";
import { Certificate } from "@suzheng/api-contract";
import { certificateStream, EXAMPLE_CELLS, parseReportRow } from "@suzheng/certification";
import { joinEntry } from "@suzheng/log-format";
import fc from "fast-check";
import { type DecidedAct, type DecisionContext, decideRow } from "../imports/decide-row.ts";
import type { StoredEntry } from "../ledger/log-store.ts";
import { presenceMemory } from "../presences.ts";
import { type Lookup, lookUpCertificate } from "./look-up-certificate.ts";

type Cells = Readonly<Record<string, string>>;

const BODY = "CNCA-R-2026-901";
const NUMBER = EXAMPLE_CELLS["103010"].CERT_NUMBER ?? "";
const NOW = "2028-06-30T04:00:00.000Z";

const change = (on: string): Cells => ({
  APPR_AC_CODE: "05",
  REPORT_TYPE: "05",
  CHG_DATE: on,
  APP_ASS_DATE: on,
});
const ACTS: Readonly<Record<string, (on: string) => Cells>> = {
  surveillance: (on) => ({
    APPR_AC_CODE: "03",
    REPORT_TYPE: "04",
    SUSE_TIMES: "1",
    APPR_S_DATE: on,
    APPR_E_DATE: on,
    APP_ASS_DATE: on,
  }),
  suspension: (on) => ({
    ...change(on),
    CERTI_STATUS: "02",
    CHG_TYP_CODE: "97_01",
    PAUSE_CAUSE: "0112",
    PAUSE_S_DATE: on,
    PAUSE_E_DATE: "2028-12-31",
  }),
  restoration: (on) => ({ ...change(on), CERTI_STATUS: "01", CHG_TYP_CODE: "97_02" }),
  withdrawal: (on) => ({
    ...change(on),
    CERTI_STATUS: "03",
    CHG_TYP_CODE: "97_03",
    CANCEL_CAUSE: "0115",
    CANCEL_DATE: on,
  }),
};

function contextOf(): DecisionContext {
  const none = { presences: async () => new Map() };
  return {
    states: new Map(),
    presences: presenceMemory(none as unknown as Parameters<typeof presenceMemory>[0], BODY),
    numbersOfOthers: new Set(),
    pauses: [],
    packs: [],
    personToken: (text) => text,
    reportedOn: "2028-06-30",
    connectedOn: "2026-01-01",
  };
}

/** The acts that the rows lead to, in the order in which they are handed in. */
function recorded(rows: readonly Cells[]): DecidedAct[] {
  const context = contextOf();
  return rows.flatMap((cells) => {
    const row = { ...EXAMPLE_CELLS["103010"], ...cells };
    const parsed = parseReportRow("103010", row, { institution: BODY, reportedOn: "2028-06-30" });
    assert.ok(parsed.ok, JSON.stringify(parsed));
    const decision = decideRow(context, {
      table: "103010",
      numberAsWritten: "clean",
      row: parsed.row,
    });
    return decision.outcome === "accept" ? [decision.act] : [];
  });
}

function entriesOf(acts: readonly DecidedAct[]): StoredEntry[] {
  const hash = "A".repeat(43);
  return acts.map((act, index) => {
    const { stream, type, schema, occurredOn, body } = act;
    const head = {
      log: BODY,
      stream,
      version: index + 1,
      previous: index === 0 ? null : { index: index - 1, hash },
      type,
      schema,
      occurredOn,
      recordedAt: `2028-06-01T00:00:00.${String(index).padStart(3, "0")}Z`,
      submitter: "test",
    };
    return { index, stream, leafHash: new Uint8Array(32), entry: joinEntry(head, body) };
  });
}

/** The answer for today: from the newest card, or from the whole history. */
async function lookUp(acts: readonly DecidedAct[], knownAt: string | null): Promise<Lookup> {
  const newest = acts.filter(({ projection }) => projection.certificate !== undefined).at(-1);
  const card = newest?.body.data ?? "";
  const entries = entriesOf(acts);
  const record = {
    institution: BODY,
    institutionName: "样例认证有限公司",
    institutionNameEnglish: null,
    number: NUMBER,
    organisationCode: "",
    itemCode: "A010101",
    withheld: false,
    lastIndex: 0,
    card,
    children: [],
  };
  const reader = {
    byNumber: async () => record,
    streamEntries: async (_: string, streams: readonly string[]) =>
      streams.includes(certificateStream(NUMBER)) ? entries : [],
    keptValues: async () => [],
  };
  const nobody = async () => null;
  const institutions = { byApprovalNumber: nobody, byBodyNumber: nobody, list: async () => [] };
  const parts = { reader, institutions, now: () => NOW };
  return lookUpCertificate(parts, NUMBER, { on: null, knownAt });
}

/** Null when nothing is found. */
async function standing(acts: readonly DecidedAct[], knownAt: string | null) {
  const found = await lookUp(acts, knownAt);
  if (!found.found) return null;
  const { status, statusSince, suspendedUntil } = found.certificate;
  return { status, statusSince, suspendedUntil };
}

async function assertAgree(rows: readonly Cells[]): Promise<void> {
  const acts = recorded(rows);
  assert.deepEqual(await standing(acts, null), await standing(acts, NOW));
}

test("a suspension long over, reported late, does not suspend the certificate today", async () => {
  const { surveillance, suspension } = ACTS;
  assert.ok(surveillance && suspension);
  const rows = [{}, surveillance("2027-01-10"), suspension("2026-08-01")];
  assert.equal(recorded(rows).length, 3);
  const valid = { status: "valid", statusSince: null, suspendedUntil: null };
  assert.deepEqual(await standing(recorded(rows), null), valid);
});

test("a status other than valid began on the day that its report says", async () => {
  const { suspension, withdrawal } = ACTS;
  assert.ok(suspension && withdrawal);
  const suspended = recorded([{}, suspension("2027-03-01")]);
  for (const knownAt of [null, NOW]) {
    assert.deepEqual(await standing(suspended, knownAt), {
      status: "suspended",
      statusSince: "2027-03-01",
      suspendedUntil: "2028-12-31",
    });
  }
  const withdrawn = await standing(recorded([{}, withdrawal("2027-09-01")]), null);
  assert.equal(withdrawn?.statusSince, "2027-09-01");
});

test("an expiry that nobody reported began on the day after the last valid one", async () => {
  const acts = recorded([{ CERTI_E_DATE: "2028-02-28" }]);
  for (const knownAt of [null, NOW]) {
    const { status, statusSince } = (await standing(acts, knownAt)) ?? {};
    assert.deepEqual([status, statusSince], ["expired", "2028-02-29"]);
  }
});

test("as of an instant to come, the answer is what is known now", async () => {
  const found = await lookUp(recorded([{}]), "2099-01-01T00:00:00.000Z");
  assert.ok(found.found);
  assert.equal(found.certificate.asOf.knownAt, NOW);
});

test("quotation marks, brackets and backslashes in a report come out as they went in", async () => {
  const words = 'a "b", "status":"withdrawn" [c] {d}, \\"';
  const found = await lookUp(recorded([{ ORG_NAME: words, BUSI_COVER_SCOP: words }]), null);
  assert.ok(found.found);
  Certificate.parse(found.certificate);
  assert.equal(found.certificate.status, "valid");
  assert.deepEqual([found.certificate.holder.name, found.certificate.scope], [words, words]);
});

test("today's standing is that of the whole history, in whatever order acts are reported", async () => {
  const days = fc
    .integer({ min: 0, max: 900 })
    .map((n) => new Date(Date.UTC(2026, 2, 1) + n * 86_400_000).toISOString().slice(0, 10));
  const row = fc
    .tuple(fc.constantFrom(...Object.values(ACTS)), days)
    .map(([cellsOn, day]) => cellsOn(day));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), (rows) => assertAgree([{}, ...rows])),
    { numRuns: 300 },
  );
});
