import assert from "node:assert/strict";
import { test } from "node:test";
import { AUDIT_TIME_TABLE, auditTimeBase } from "./audit-time.ts";

const rows = [
  { scheme: "QMS", headcount: 1, risk: "", days: 1.5 },
  { scheme: "QMS", headcount: 5, risk: "high", days: 1.5 },
  { scheme: "QMS", headcount: 6, risk: "", days: 2 },
  { scheme: "QMS", headcount: 10700, risk: "", days: 22 },
  { scheme: "QMS", headcount: 10701, risk: "", days: null },
  { scheme: "QMS", headcount: 0, risk: "", days: null },
  { scheme: "EMS", headcount: 875, risk: "limited", days: 6 },
  { scheme: "EMS", headcount: 100, risk: "high", days: 11 },
  { scheme: "OHSMS", headcount: 100, risk: "low", days: 5.5 },
  { scheme: "OHSMS", headcount: 100, risk: "limited", days: null },
  { scheme: "EMS", headcount: 100, risk: "", days: null },
  { scheme: "OTHER", headcount: 100, risk: "high", days: null },
];
for (const { scheme, headcount, risk, days } of rows) {
  test(`${scheme} ${risk} with ${headcount} persons: ${days ?? "no cell"}`, () =>
    assert.equal(auditTimeBase(scheme, headcount, risk), days));
}

test("every row has every column, and more persons never need less time", () => {
  for (const [index, { personsMax, days }] of AUDIT_TIME_TABLE.rows.entries()) {
    assert.equal(days.length, AUDIT_TIME_TABLE.columns.length);
    const before = AUDIT_TIME_TABLE.rows[index - 1];
    if (before === undefined) continue;
    assert.ok(personsMax > before.personsMax);
    for (const [column, value] of days.entries()) assert.ok(value >= (before.days[column] ?? 0));
  }
});

test("the cell on which the sources disagree is marked", () => {
  assert.deepEqual(AUDIT_TIME_TABLE.unconfirmedCells, [
    { persons: 875, column: "EMS/limited", value: 6, otherReading: 6.5 },
  ]);
});
