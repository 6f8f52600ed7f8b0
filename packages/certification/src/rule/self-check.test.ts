import assert from "node:assert/strict";
import { test } from "node:test";
import { fileRule, publishRule } from "./decide-rule.ts";
import { filedInformation } from "./filed-bundle.ts";
import { followUpDuties, hangsOn } from "./hanging.ts";
import { CONTENT, INFORMATION, OWNER } from "./rule.fixture.ts";
import type { RuleContent } from "./rule-content.ts";
import { initialRule, type RuleState } from "./rule-state.ts";
import { selfCheckRule } from "./self-check.ts";

const found = (changes: Partial<RuleContent>, state: RuleState = initialRule) =>
  selfCheckRule({ ...CONTENT, ...changes }, OWNER, state).map(
    ({ code, field }) => `${code} ${field}`,
  );

test("a complete rule within the approved field passes without a finding", () => {
  assert.deepEqual(found({}), []);
});

const [clause] = CONTENT.clauses;
const [basis] = CONTENT.basis;
const empty = { zh: " ", en: "" };

const ROWS: { name: string; changes: Partial<RuleContent>; expect: string[] }[] = [
  { name: "no title", changes: { title: empty }, expect: ["information-missing title.zh"] },
  {
    name: "no category, number or days",
    changes: { category: null, number: "", issuedOn: null, inForceFrom: null },
    expect: ["category", "number", "issuedOn", "inForceFrom"].map(
      (field) => `information-missing ${field}`,
    ),
  },
  { name: "no item codes", changes: { itemCodes: [] }, expect: ["information-missing itemCodes"] },
  { name: "no text", changes: { clauses: [] }, expect: ["full-text-missing clauses"] },
  {
    name: "an empty clause",
    changes: { clauses: clause ? [{ ...clause, text: empty }] : [] },
    expect: ["full-text-missing clauses.0.text.zh"],
  },
  {
    name: "the same clause number twice",
    changes: { clauses: clause ? [clause, clause] : [] },
    expect: ["clause-number-repeated clauses.1.number"],
  },
  { name: "no basis", changes: { basis: [] }, expect: ["basis-missing basis"] },
  {
    name: "a basis that nobody can get",
    changes: { basis: basis ? [{ ...basis, access: { kind: "full-text", text: "" } }] : [] },
    expect: ["basis-access-missing basis.0.access"],
  },
  { name: "no commitment", changes: { commitment: "" }, expect: ["commitment-missing commitment"] },
  { name: "another field", changes: { field: "C" }, expect: ["field-not-approved field"] },
  {
    name: "an item code of another field",
    changes: { itemCodes: ["A010101", "C0101"] },
    expect: ["item-code-not-approved itemCodes.1"],
  },
];
test("an approved item code that the known list lacks is for knowing, not an error", () => {
  const owner = { ...OWNER, fields: ["A"] };
  const codes = ["A", "A01", "A010101", "A9701"];
  const findings = selfCheckRule({ ...CONTENT, itemCodes: codes }, owner, initialRule);
  assert.deepEqual(
    findings.map(({ code, severity, field }) => [code, severity, field]),
    [["item-code-not-listed", "notice", "itemCodes.3"]],
  );
});

for (const { name, changes, expect } of ROWS) {
  test(`the self-check finds ${name}`, () => assert.deepEqual(found(changes), expect));
}

function published(): RuleState {
  const filing = { on: "2026-02-01", rule: "r", version: "1", information: INFORMATION };
  const filed = fileRule(initialRule, OWNER, filing);
  assert.ok(filed.outcome === "accept");
  const told = { on: "2026-02-02", version: "1", inForceFrom: "2026-03-01" };
  const decision = publishRule(filed.state, told);
  assert.ok(decision.outcome === "accept");
  return decision.state;
}

test("overlap with the version in force is an error, following it a notice", () => {
  const next = (inForceFrom: string) => found({ version: "2", inForceFrom }, published());
  assert.deepEqual(next("2026-03-01"), ["in-force-not-later inForceFrom"]);
  assert.deepEqual(next("2026-03-02"), ["supersedes-version inForceFrom"]);
  assert.deepEqual(found({}, published()), ["version-already-filed version"]);
});

test("what cannot be told of a version is not filed", () => {
  const stored = { hash: "00".repeat(32), bytes: 1 };
  assert.equal(filedInformation({ ...CONTENT, category: null }, stored), null);
  assert.equal(filedInformation(CONTENT, stored)?.contentHash, stored.hash);
});

test("a certificate hangs on the version in force on its day of issue", () => {
  const version = { itemCodes: ["A0101"], inForceFrom: "2026-03-01", inForceUntil: "2026-07-01" };
  const hangs = (itemCode: string, issuedOn: string) => hangsOn(version, { itemCode, issuedOn });
  assert.equal(hangs("A010101", "2026-03-01"), true);
  assert.equal(hangs("A010101", "2026-02-28"), false);
  assert.equal(hangs("A010101", "2026-07-01"), false);
  assert.equal(hangs("A020101", "2026-03-01"), false);
  assert.equal(
    hangsOn({ ...version, inForceFrom: null }, { itemCode: "A0101", issuedOn: "" }),
    false,
  );
});

test("a duty is open while a certificate under the cancelled version still counts", () => {
  const certificates = (["valid", "suspended", "withdrawn", "cancelled", "expired"] as const).map(
    (status) => ({ number: status, status }),
  );
  const duties = followUpDuties(certificates, null);
  assert.deepEqual(
    duties.map(({ certificate }) => certificate),
    ["valid", "suspended"],
  );
});
