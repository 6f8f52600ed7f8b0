import assert from "node:assert/strict";
import { test } from "node:test";
import { EMS, OHSMS, QMS } from "../schemes.ts";
import { initialPersonDays } from "./audit-time.ts";

const rows = [
  { scheme: QMS, headcount: 5, days: 1.5 },
  { scheme: QMS, headcount: 6, days: 2 },
  { scheme: QMS, headcount: 65, days: 5 },
  { scheme: QMS, headcount: 66, days: 6 },
  { scheme: EMS, headcount: 45, days: 5.5 },
  { scheme: OHSMS, headcount: 625, days: 12 },
];

for (const { scheme, headcount, days } of rows) {
  test(`${scheme.field} with ${headcount} persons asks for ${days} person-days`, () => {
    assert.equal(initialPersonDays(scheme, headcount), days);
  });
}
