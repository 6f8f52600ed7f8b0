import assert from "node:assert/strict";
import { test } from "node:test";
import { type CertificateRow, EXAMPLE_CELLS, parseReportRow } from "@suzheng/certification";
import { presenceMemory } from "../presences.ts";
import { type DecisionContext, decideRow } from "./decide-row.ts";

const BODY = "CNCA-R-2026-901";
const ON = "2028-06-30";

function contextOf(): DecisionContext {
  const none = { presences: async () => new Map() };
  return {
    states: new Map(),
    presences: presenceMemory(none as unknown as Parameters<typeof presenceMemory>[0], BODY),
    numbersOfOthers: new Set(),
    pauses: [],
    packs: [],
    personToken: (text) => text,
    reportedOn: ON,
    connectedOn: "2026-01-01",
  };
}

function rowWith(changes: Partial<CertificateRow>): CertificateRow {
  const about = { institution: BODY, reportedOn: ON };
  const parsed = parseReportRow("103010", EXAMPLE_CELLS["103010"], about);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return { ...parsed.row, ...changes };
}

test("a row that cannot be an entry is refused by itself, and the stream stays as it was", () => {
  const context = contextOf();
  const decide = (row: CertificateRow) =>
    decideRow(context, { table: "103010", row, numberAsWritten: "clean" });
  const codes = ["字".repeat(25_000), "a\u0000b"].map((scope) => {
    const decision = decide(rowWith({ scope }));
    return decision.outcome === "refuse" && decision.code;
  });
  assert.deepEqual(codes, ["entry-too-large", "entry-not-encodable"]);
  const good = decide(rowWith({}));
  assert.equal(good.outcome === "accept" && good.act.expectedVersion, 0);
});
