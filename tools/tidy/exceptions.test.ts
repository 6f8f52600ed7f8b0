import assert from "node:assert/strict";
import { test } from "node:test";
import { applyExceptions, type Exception } from "./exceptions.ts";
import type { Finding } from "./source.ts";

const long: Finding = { path: "a.ts", line: 1, check: "file-lines", message: "long", size: 500 };
const excuse: Exception = { path: "a.ts", check: "file-lines", size: 500, reason: "a route table" };

test("a finding of the listed size is excused", () => {
  assert.deepEqual(applyExceptions([long], [excuse]), []);
});

test("an exception may not grow", () => {
  assert.deepEqual(applyExceptions([{ ...long, size: 501 }], [excuse]), [{ ...long, size: 501 }]);
});

test("an exception that has shrunk takes its new size", () => {
  const [finding, ...others] = applyExceptions([{ ...long, size: 450 }], [excuse]);
  assert.match(finding?.message ?? "", /set its size to 450/);
  assert.deepEqual(others, []);
});

test("an exception that is not needed is removed", () => {
  assert.match(applyExceptions([], [excuse])[0]?.message ?? "", /not needed any more/);
});

test("an exception needs a reason", () => {
  assert.match(applyExceptions([long], [{ ...excuse, reason: " " }])[0]?.message ?? "", /reason/);
});

test("an exception for one function excuses no other", () => {
  const inAppend = { ...long, check: "function-lines", name: "append", size: 80 };
  const other: Exception = { ...excuse, check: "function-lines", name: "publish", size: 80 };
  assert.equal(applyExceptions([inAppend], [other]).length, 2);
});

test("what has no size cannot be excused", () => {
  const forbidden: Finding = { path: "a.ts", line: 1, check: "forbidden", message: "a default" };
  assert.equal(applyExceptions([forbidden], [{ ...excuse, check: "forbidden" }]).length, 2);
});
