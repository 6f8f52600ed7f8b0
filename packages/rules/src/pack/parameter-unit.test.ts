import assert from "node:assert/strict";
import { test } from "node:test";
import { shippedPacks } from "../shipped-pack.fixture.ts";
import { fitsUnit } from "./parameter-unit.ts";

type Row = { unit: string | null; can: (string | number)[]; cannot: (string | number)[] };

const rows: Row[] = [
  { unit: "天", can: [0, 180], cannot: [-1, 1.5] },
  { unit: "天/周期年", can: [0, 180], cannot: [-5, 0.5] },
  { unit: "工作日", can: [5], cannot: [-1, 4.5] },
  { unit: "名", can: [2], cannot: [-2, 2.5] },
  { unit: "比例", can: [0, 0.3, 1], cannot: [-0.1, 1.01, 3] },
  { unit: "次月日", can: [1, 31], cannot: [0, 32, 10.5] },
  { unit: "小时", can: [0, 7.5], cannot: [-1] },
  { unit: "小时/人日", can: [8, 7.5], cannot: [-8] },
  { unit: "日期", can: ["2028-02-29"], cannot: ["2026-02-29", "2026-1-1", "soon", 2026] },
  { unit: null, can: [0, 1.5, 20, "low"], cannot: [-1] },
];

for (const { unit, can, cannot } of rows) {
  test(`what a value can be, ${unit ?? "without a unit"}`, () => {
    for (const value of can) assert.ok(fitsUnit(value, unit), String(value));
    for (const value of cannot) assert.ok(!fitsUnit(value, unit), String(value));
  });
}

test("what is published is within what its unit allows", () => {
  for (const { document } of shippedPacks()) {
    for (const { id, value, unit } of document.parameters) {
      assert.ok(fitsUnit(value, unit), `${document.id} ${id}: ${value} ${unit}`);
    }
  }
});
