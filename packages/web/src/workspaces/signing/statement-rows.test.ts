import assert from "node:assert/strict";
import { test } from "node:test";
import { statementRows } from "./statement-rows.ts";

const statement = (data: unknown) =>
  JSON.stringify({ format: "suzheng-signed-act/1", log: "B", stream: "rule/r", version: 2, data });

test("every value of the act is shown, also unknown and empty ones", () => {
  const rows = statementRows(statement({ rule: "r", itemCodes: ["A01", "A02"], added: null }));
  assert.deepEqual(rows, [
    { name: "log", value: "B" },
    { name: "stream", value: "rule/r" },
    { name: "rule", value: "r" },
    { name: "itemCodes", value: "A01、A02" },
    { name: "added", value: "–" },
  ]);
});

test("values within values are shown", () => {
  const rows = statementRows(
    statement({ reviewer: { institution: "regulator:x", name: "样例局" } }),
  );
  assert.equal(rows.at(-1)?.value, "regulator:x，样例局");
});

test("what is no JSON gives no rows", () => {
  assert.deepEqual(statementRows("not json"), []);
});
