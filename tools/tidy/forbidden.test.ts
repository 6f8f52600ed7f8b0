import assert from "node:assert/strict";
import { test } from "node:test";
import { checkForbidden } from "./forbidden.ts";
import { parseSource } from "./source.ts";

const finds = (text: string, path = "packages/rules/src/a.ts"): number[] =>
  checkForbidden(parseSource(path, text)).map((finding) => finding.line);

// The marks are written in two halves so that a search for them finds only real ones.
const refused: Record<string, string> = {
  "the type any": `let a: ${"an"}y;`,
  "an assertion to any": `const a = b as ${"an"}y;`,
  "a silenced compiler": `// @ts-${"ignore"}\nlet a = 1;`,
  "a silenced linter": `/* biome-${"ignore"} lint: because */`,
  "an unfinished mark": `// FIX${"ME"} later`,
  "a task without its number": "// TODO later",
  "a default export": "export default 1;",
  "an enum": "enum State { Valid }",
  "a test that runs alone": `test.${"only"}("x", () => {});`,
  "a test that is skipped": `describe.${"skip"}("x", () => {});`,
  "a test skipped by option": `test("x", { ${"skip"}: true }, () => {});`,
};

for (const [name, text] of Object.entries(refused)) {
  test(`${name} is refused`, () => assert.deepEqual(finds(text), [1]));
}

const allowed: Record<string, string> = {
  "the word any in a sentence": "// any certificate\nconst any = 1;",
  "a task with its number": "// TODO(#12) when the register answers",
  "the marks inside a string": 'const mark = "TODO";',
  "a skip decided while running": "test('x', (t) => t.skip('no browser here'));",
  "an option that switches nothing off": "test('x', { timeout: 5 }, () => {});",
};

for (const [name, text] of Object.entries(allowed)) {
  test(`${name} is allowed`, () => assert.deepEqual(finds(text), []));
}

test("the configuration of vite exports by default", () => {
  assert.deepEqual(finds("export default {};", "packages/web/vite.config.ts"), []);
});
