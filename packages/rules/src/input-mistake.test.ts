import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { inputMistake } from "./input-mistake.ts";

const ROWS: [string, z.ZodType, unknown, string, string][] = [
  ["too little", z.int().positive(), -5, "须大于 0", "must be more than 0"],
  ["too much", z.number().max(100), 101, "至多 100", "at most 100"],
  ["a short text", z.string().min(2), "x", "至少 2 个字", "at least 2 characters"],
  ["a part of a whole", z.int(), 1.5, "应为整数", "must be a whole number"],
  ["a word for a number", z.number(), "x", "应为数", "must be a number"],
  ["nothing", z.number(), undefined, "没有填写", "is missing"],
  ["another word", z.enum(["QMS", "EMS"]), "X", "应为 QMS, EMS 之一", "must be one of QMS, EMS"],
  [
    "no day",
    z.iso.date(),
    "2026-02-30",
    "不是日期，应如 2026-01-02",
    "is no date; write it like 2026-01-02",
  ],
  ["another form", z.string().regex(/^\d+$/), "x", "写法不对", "is not written as expected"],
];
for (const [name, schema, value, zh, en] of ROWS) {
  test(`${name} is told without patterns and names of types`, () => {
    const { error } = z.object({ field: schema }).safeParse({ field: value });
    assert.ok(error !== undefined);
    const told = error.issues.map(inputMistake);
    assert.deepEqual(told, [{ zh: `\`field\` ${zh}`, en: `\`field\` ${en}` }]);
  });
}

test("a field that nobody asked for is named", () => {
  const { error } = z.strictObject({}).safeParse({ efectivePersonnel: 1 });
  assert.equal(
    inputMistake(error?.issues[0] ?? assert.fail()).zh,
    "没有 `efectivePersonnel` 这一项",
  );
});
