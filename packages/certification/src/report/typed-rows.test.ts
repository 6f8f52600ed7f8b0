import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { EXAMPLE_CELLS } from "./example-cells.ts";
import { type Cells, parseReportRow } from "./parse-report-row.ts";
import { REPORT_TABLES } from "./tables/report-tables.ts";

function plan(changes: Cells) {
  const cells = { ...EXAMPLE_CELLS["102010"], ...changes };
  const parsed = parseReportRow("102010", cells, { institution: "CNCA-R-2026-901" });
  assert.ok(parsed.ok);
  return parsed.row;
}

function certificate(changes: Cells) {
  const parsed = parseReportRow("103010", { ...EXAMPLE_CELLS["103010"], ...changes });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.row;
}

function participation(changes: Cells) {
  const parsed = parseReportRow("103011", { ...EXAMPLE_CELLS["103011"], ...changes });
  assert.ok(parsed.ok);
  return parsed.row;
}

test("since 2021 the plan names auditors by identity document, before by registration", () => {
  const [leader] = plan({}).inspectors;
  assert.equal(leader?.identityCode, "110101190001010000");
  assert.equal(leader?.registrationNumber, null);
  const [older] = plan({ AUDIT_INSPECTOR: "2019-1-NQMS-0000001，程样例，组长，0" }).inspectors;
  assert.equal(older?.identityCode, null);
  assert.equal(older?.registrationNumber, "2019-1-NQMS-0000001");
  assert.equal(older?.role, "leader");
});

test("a passport is an identity document", () => {
  const [leader] = plan({ AUDIT_INSPECTOR: "X0000001，Example，01，0" }).inspectors;
  assert.equal(leader?.identityCode, "X0000001");
});

test("a plan keeps the hour, and both days", () => {
  const row = plan({});
  assert.equal(row.startAt, "2026-02-03T08:00:00");
  assert.equal(row.endOn, "2026-02-04");
  assert.equal(row.holderKey, "M000100Y4");
});

test("a certificate row speaks the words of the platform", () => {
  const row = certificate({});
  assert.equal(row.status, "valid");
  assert.equal(row.activity, "initial");
  assert.equal(row.reportType, "new");
  assert.equal(row.riskLevel, "medium");
  assert.deepEqual(row.decisionMakers, ["周样例", "吴样例"]);
  assert.equal(row.addresses.length, 3);
});

const TYPES: readonly [string, Cells, string][] = [
  ["new by default", {}, "new"],
  ["re-issue by its flag", { IS_CHG_CERTI: "1" }, "reissue"],
  ["status change by its status", { CERTI_STATUS: "04" }, "status"],
  [
    "status change by a restoring change code",
    { APPR_AC_CODE: "05", CHG_DATE: "2027-01-01", CHG_TYP_CODE: "97_02" },
    "status",
  ],
  [
    "change by its activity",
    { APPR_AC_CODE: "05", CHG_DATE: "2027-01-01", CHG_TYP_CODE: "02" },
    "change",
  ],
];

for (const [name, cells, expected] of TYPES) {
  test(`a file without the report type: ${name}`, () => {
    assert.equal(certificate({ ...cells, REPORT_TYPE: "" }).reportType, expected);
  });
}

test("the day of an end belongs to withdrawal or to cancellation", () => {
  const withdrawn = certificate({
    CERTI_STATUS: "03",
    CANCEL_CAUSE: "0115",
    CANCEL_DATE: "2027-01-01",
  });
  assert.deepEqual([withdrawn.withdrawnOn, withdrawn.cancelledOn], ["2027-01-01", null]);
  const cancelled = certificate({ CERTI_STATUS: "04", CANCEL_DATE: "2027-01-01" });
  assert.deepEqual([cancelled.withdrawnOn, cancelled.cancelledOn], [null, "2027-01-01"]);
});

test("the identity number is found in either column", () => {
  const number = "110101190001010000";
  assert.equal(participation({}).person.identityCode, number);
  const swapped = participation({ IDENTITY_CODE: number, ID_CODE: "01" });
  assert.equal(swapped.person.identityCode, number);
  const alone = participation({ IDENTITY_CODE: number, ID_CODE: "" });
  assert.equal(alone.person.identityCode, number);
  const none = participation({ IDENTITY_CODE: "01", ID_CODE: "" });
  assert.equal(none.person.identityCode, null);
});

test("a person's days are counted in half-days", () => {
  assert.equal(participation({}).days, 2);
  assert.equal(participation({ APPR_E_DATE: "2026-02-04 12:00:00" }).days, 1.5);
});

test("no cell, however strange, makes the reader throw", () => {
  const tables = ["102010", "103010", "103011"] as const;
  for (const table of tables) {
    const fields = REPORT_TABLES[table].columns.map(({ field }) => field);
    const changes = fc.dictionary(fc.constantFrom(...fields), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(changes, (cells) => {
        const parsed = parseReportRow(table, { ...EXAMPLE_CELLS[table], ...cells });
        assert.ok(parsed.ok || parsed.errors.length > 0);
      }),
    );
  }
});
