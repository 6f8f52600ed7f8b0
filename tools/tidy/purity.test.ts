import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPurity } from "./purity.ts";
import { parseSource } from "./source.ts";

const touches = (text: string, path = "packages/rules/src/a.ts"): number =>
  checkPurity(parseSource(path, text)).length;

const refused = [
  'import { readFileSync } from "node:fs";',
  "const now = Date.now();",
  "const now = new Date();",
  "const dice = Math.random();",
  "console.log(1);",
  "const home = process.env.HOME;",
  'const page = await fetch("/");',
  "const salt = crypto.getRandomValues(bytes);",
];
for (const text of refused) {
  test(`a pure package may not write ${text}`, () => assert.equal(touches(text), 1));
}

const allowed = [
  'const day = new Date("2026-01-01");',
  "const answer = source.fetch(id);",
  "type Source = { fetch(id: string): string };",
  "const port = { process: 1 };",
];
for (const text of allowed) {
  test(`a pure package may write ${text}`, () => assert.equal(touches(text), 0));
}

test("the server and the tests of a pure package may", () => {
  assert.equal(touches("const now = Date.now();", "packages/server/src/a.ts"), 0);
  assert.equal(touches('import fs from "node:fs";', "packages/rules/src/a.test.ts"), 0);
});
