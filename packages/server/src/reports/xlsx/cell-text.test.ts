import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDateText, numberText, plainDecimal, unescapeText } from "./cell-text.ts";
import { builtInFormat, customFormat, type NumberFormat } from "./number-format.ts";

const DATE: NumberFormat = { kind: "date", withTime: false };
const INSTANT: NumberFormat = { kind: "date", withTime: true };

const NUMBERS: readonly [raw: string, text: string][] = [
  ["7", "7"],
  ["-7", "-7"],
  ["1234567890123456789", "1234567890123456789"],
  ["1E+21", "1000000000000000000000"],
  ["1.2345678901234567E+17", "123456789012345670"],
  ["12.300000000000001", "12.3"],
  ["0.1", "0.1"],
  ["1.50", "1.5"],
  ["2.0", "2"],
  ["1e-7", "0.0000001"],
  ["-2.5E-3", "-0.0025"],
  ["0e5000000000", "0"],
  ["-0.000E+5000000000", "0"],
  ["1e-5000000000", "0"],
  ["1e5000000000", "1e5000000000"],
];

for (const [raw, text] of NUMBERS) {
  test(`the number ${raw} reads ${text}`, () => assert.equal(plainDecimal(raw), text));
}

const FORMATTED: readonly [raw: string, format: NumberFormat, text: string][] = [
  ["46348", DATE, "2026-11-22"],
  ["46348.5", DATE, "2026-11-22 12:00:00"],
  ["46348", INSTANT, "2026-11-22 00:00:00"],
  ["46348.375", INSTANT, "2026-11-22 09:00:00"],
  ["46348.999999", INSTANT, "2026-11-23 00:00:00"],
  ["59", DATE, "1900-02-28"],
  ["61", DATE, "1900-03-01"],
  ["1", DATE, "1900-01-01"],
  ["0.375", { kind: "time" }, "09:00:00"],
  ["-3", DATE, "-3"],
  ["99999999", DATE, "99999999"],
  ["1", { kind: "padded", digits: 2 }, "01"],
  ["123", { kind: "padded", digits: 2 }, "123"],
  ["0e5000000000", { kind: "padded", digits: 2 }, "00"],
];

for (const [raw, format, text] of FORMATTED) {
  test(`${raw} shown as ${JSON.stringify(format)} reads ${text}`, () => {
    assert.equal(numberText({ raw, format, date1904: false }), text);
  });
}

test("workbooks of the 1904 system count days from 1904", () => {
  assert.equal(numberText({ raw: "44886", format: DATE, date1904: true }), "2026-11-22");
});

const FORMATS: readonly [code: string, kind: NumberFormat["kind"]][] = [
  ["yyyy\\-mm\\-dd", "date"],
  ['yyyy"年"m"月"d"日";@', "date"],
  ["[$-804]yyyy/m/d h:mm", "date"],
  ["h:mm:ss", "time"],
  ["General", "plain"],
  ["0.00_ ", "plain"],
  ['0"days"', "plain"],
  ["[Red]0.0", "plain"],
  ["#,##0;[Red]-#,##0", "plain"],
  ["@", "plain"],
  ["000000", "padded"],
];

for (const [code, kind] of FORMATS) {
  test(`the format ${code} shows a ${kind}`, () => assert.equal(customFormat(code).kind, kind));
}

test("no format makes a number longer than a sheet can show", () => {
  assert.equal(customFormat("0".repeat(250)).kind, "padded");
  assert.equal(customFormat("0".repeat(1_000_000)).kind, "plain");
});

test("formats that a workbook does not write down are known by number", () => {
  assert.deepEqual(
    [0, 2, 14, 22, 20, 31, 58, 49].map((id) => builtInFormat(id).kind),
    ["plain", "plain", "date", "date", "time", "date", "date", "plain"],
  );
});

test("dates written as ISO text have the same shape", () => {
  assert.equal(isoDateText("2026-11-22"), "2026-11-22");
  assert.equal(isoDateText("2026-11-22T09:00:00.000Z"), "2026-11-22 09:00:00");
});

test("escaped characters are read back", () => {
  assert.equal(unescapeText("a_x000D_b_y"), "a\rb_y");
});
