import assert from "node:assert/strict";
import { test } from "node:test";
import { addCounts, countTests } from "./test-counts.ts";

const closing = (mark: string): string =>
  ["tests 9", "suites 1", "pass 5", "fail 2", "cancelled 1", "skipped 1", "todo 0"]
    .map((line) => `${mark} ${line}`)
    .join("\n");

for (const mark of ["ℹ", "#"]) {
  test(`the closing counts of node:test are read behind ${mark}`, () => {
    const output = `✔ a test (1.2ms)\n${closing(mark)}\n`;
    assert.deepEqual(countTests(output), { passed: 5, failed: 3, skipped: 1 });
  });
}

test("the closing counts are the last ones, not those a test prints", () => {
  assert.equal(countTests(`ℹ pass 77\n${closing("ℹ")}`).passed, 5);
});

test("a run without counts counts nothing", () => {
  assert.deepEqual(countTests("error: pass 3"), { passed: 0, failed: 0, skipped: 0 });
});

test("runs add up", () => {
  const one = { passed: 2, failed: 1, skipped: 0 };
  assert.deepEqual(addCounts([one, one]), { passed: 4, failed: 2, skipped: 0 });
});
