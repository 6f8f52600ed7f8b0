import assert from "node:assert/strict";
import { test } from "node:test";
import { isUscc, parseReportRow } from "@suzheng/certification";
import { DEMO_SECTOR } from "./demo-sector.ts";
import { detectFaults } from "./detect-faults.fixture.ts";
import { FAULT_KINDS, type FaultKind, NO_FAULTS } from "./fault.ts";
import { cell, groupBy, ofKind, ofTable, readSector, TODAY } from "./read-sector.fixture.ts";
import { simulateSector } from "./simulate-sector.ts";

const YEARS = { yearsBack: 5, stockShare: 0.3 };
const clean = readSector({ ...YEARS, faultRates: NO_FAULTS });
const demo = readSector(DEMO_SECTOR);

test("every row of a clean sector is accepted without a warning", () => {
  for (const row of clean.rows) {
    const parsed = parseReportRow(row.table, row.cells, { reportedOn: row.reportedOn });
    assert.ok(parsed.ok, JSON.stringify(parsed));
    assert.deepEqual(parsed.warnings, []);
  }
});

test("planted faults are faults of conduct: every row of the demo sector can be read", () => {
  for (const row of demo.rows) {
    const parsed = parseReportRow(row.table, row.cells, { reportedOn: row.reportedOn });
    assert.ok(parsed.ok, JSON.stringify(parsed));
  }
});

test("a clean sector has no faults, noted or not", () => {
  assert.deepEqual(clean.faults, []);
  for (const [kind, found] of detectFaults(clean.rows)) assert.deepEqual([...found], [], kind);
});

for (const today of [TODAY, "2026-12-01", "2027-02-28", "2027-07-04", "2028-01-01"]) {
  test(`the demo sector has every fault when it is first started on ${today}`, () => {
    const { faults } = readSector({ ...DEMO_SECTOR, today });
    for (const kind of FAULT_KINDS) assert.ok(ofKind(faults, kind).length > 0, kind);
  });
}

/** An overdue surveillance may still be to come, so rows show only some of these. */
const SHOWN_EXACTLY: readonly FaultKind[] = [
  "person-days-cut",
  "decision-maker-in-team",
  "stage-one-missing",
  "stage-gap-zero",
  "recertification-after-expiry",
  "late-report",
];

for (const kind of SHOWN_EXACTLY) {
  test(`rows show exactly the noted certificates with ${kind}`, () => {
    const noted = new Set(ofKind(demo.faults, kind).map((fault) => fault.certificateNumber));
    assert.deepEqual(
      [...(detectFaults(demo.rows).get(kind) ?? [])].toSorted(),
      [...noted].toSorted(),
    );
  });
}

test("rows show exactly the noted plans with a double booking", () => {
  const noted = ofKind(demo.faults, "double-booking").map(
    ({ approvalNumber, planCode }) => `${approvalNumber} ${planCode}`,
  );
  const found = [...groupBy(demo.rows, ({ institution }) => institution)].flatMap(
    ([institution, rows]) =>
      [...(detectFaults(rows).get("double-booking") ?? [])].map((code) => `${institution} ${code}`),
  );
  assert.deepEqual(found.toSorted(), noted.toSorted());
});

test("no surveillance is overdue in the rows without being noted", () => {
  const noted = ofKind(demo.faults, "surveillance-overdue").map((fault) => fault.certificateNumber);
  const found = [...(detectFaults(demo.rows).get("surveillance-overdue") ?? [])];
  assert.ok(found.length > 0);
  for (const number of found) assert.ok(noted.includes(number), number);
});

test("an auditor noted for overload has passed the limit in the reported results", () => {
  for (const fault of ofKind(demo.faults, "certificates-overload")) {
    const year = fault.occurredOn.slice(0, 4);
    const mine = ofTable(demo.rows, "103011").filter(
      (row) =>
        cell(row, "APT_CERTI_NUM") === fault.auditor && cell(row, "APPR_S_DATE").startsWith(year),
    );
    const certificates = new Set(mine.map((row) => cell(row, "CERT_NUMBER")));
    assert.ok(certificates.size > 50, `${certificates.size} certificates`);
  }
});

test("about five rows are reported for each certificate: 1.1 plans, 1.3 certificates, 2.5 results", () => {
  const { rows } = readSector({ bodies: 10, certificates: 5_000 });
  const perCertificate = (table: string) => ofTable(rows, table).length / 5_000;
  const within = (actual: number, expected: number) =>
    assert.ok(Math.abs(actual - expected) < expected * 0.08, `${actual}, expected ${expected}`);
  within(perCertificate("102010"), 1.15);
  within(perCertificate("103010"), 1.33);
  within(perCertificate("103011"), 2.53);
});

test("rows stand in the order of their days, none of them after today", () => {
  for (const rows of groupBy(demo.rows, ({ institution }) => institution).values()) {
    const days = rows.map(({ reportedOn }) => reportedOn);
    assert.deepEqual(days, days.toSorted());
    assert.ok((days.at(-1) ?? "") <= TODAY);
  }
});

test("nothing happens to a certificate after its end", () => {
  for (const rows of groupBy(ofTable(clean.rows, "103010"), (row) =>
    cell(row, "CERT_NUMBER"),
  ).values()) {
    const statuses = rows.map((row) => cell(row, "CERTI_STATUS"));
    const end = statuses.findIndex((status) => ["03", "04", "05"].includes(status));
    assert.ok(end === -1 || end === statuses.length - 1, statuses.join(" "));
  }
});

test("over five years every kind of act is reported", () => {
  const acts = new Set(
    ofTable(clean.rows, "103010").map((row) =>
      ["APPR_AC_CODE", "REPORT_TYPE", "CERTI_STATUS"].map((field) => cell(row, field)).join(" "),
    ),
  );
  const expected = [
    "01 01 01", // issued
    "02 02 01", // recertified
    "03 04 01", // under surveillance
    "03 05 01", // restored
    "05 04 01", // changed
    "05 05 02", // suspended
    "05 05 03", // withdrawn
    "05 05 04", // cancelled
    "05 05 05", // expired
  ];
  assert.deepEqual([...acts].toSorted(), expected);
});

test("children name a main certificate of their body and last as long", () => {
  const rows = ofTable(clean.rows, "103010");
  const children = rows.filter((row) => cell(row, "IS_C_CERTI") === "1");
  const mains = groupBy(rows, (row) => cell(row, "CERT_NUMBER"));
  assert.ok(children.length > 0);
  for (const child of children) {
    const main = mains.get(cell(child, "M_CERTI_NUM"))?.[0];
    assert.ok(main);
    assert.equal(cell(child, "CERTI_E_DATE"), cell(main, "CERTI_E_DATE"));
  }
});

test("holders have valid codes, and one name each", () => {
  const byCode = groupBy(ofTable(demo.rows, "103010"), (row) => cell(row, "ORG_CODE"));
  for (const [code, rows] of byCode) {
    assert.ok(isUscc(code), code);
    assert.equal(new Set(rows.map((row) => cell(row, "ORG_NAME"))).size, 1);
  }
  const names = new Set(ofTable(demo.rows, "103010").map((row) => cell(row, "ORG_NAME")));
  assert.equal(names.size, byCode.size);
});

test("a body's story is the same alone and among the others, told once or twice", () => {
  const sector = simulateSector({ ...DEMO_SECTOR, today: TODAY });
  const [, second] = sector.institutions;
  assert.ok(second);
  const alone = [...sector.history(second.approvalNumber).rows];
  assert.deepEqual(alone, [...sector.history(second.approvalNumber).rows]);
  const among = demo.rows.filter(({ institution }) => institution === second.approvalNumber);
  assert.deepEqual(alone, among);
});

test("another seed tells another story", () => {
  const other = readSector({ ...DEMO_SECTOR, seed: "other" });
  assert.notDeepEqual(other.rows.slice(0, 20), demo.rows.slice(0, 20));
});

test("a sector with more bodies than certificates is refused", () => {
  assert.throws(() => simulateSector({ seed: 1, bodies: 3, certificates: 2, today: TODAY }));
});

test("malformed rows come at the stated rate, are marked, and cannot be read", () => {
  const { rows } = readSector({ ...YEARS, malformed: 0.1 });
  const broken = rows.filter(({ malformed }) => malformed !== null);
  const share = broken.length / rows.length;
  assert.ok(share > 0.08 && share < 0.12, String(share));
  for (const row of broken) assert.equal(parseReportRow(row.table, row.cells).ok, false);
  assert.equal(new Set(broken.map(({ malformed }) => malformed)).size, 5);
});
