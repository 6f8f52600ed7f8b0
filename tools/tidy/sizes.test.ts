import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSizes } from "./sizes.ts";
import { parseSource } from "./source.ts";

const messages = (path: string, text: string): string[] =>
  checkSizes(parseSource(path, text)).map((finding) => `${finding.check} ${finding.size ?? ""}`);

const linesOf = (count: number): string => "step();\n".repeat(count);

const functionOf = (name: string, lines: number): string =>
  `function ${name}() {\n${linesOf(lines - 2)}}\n`;

test("a file of 400 lines passes and of 401 does not", () => {
  assert.deepEqual(messages("a.ts", linesOf(400)), []);
  assert.deepEqual(messages("a.ts", linesOf(401)), ["file-lines 401"]);
});

test("a function of 70 lines passes and of 71 does not", () => {
  assert.deepEqual(messages("a.ts", functionOf("append", 70)), []);
  assert.deepEqual(messages("a.ts", functionOf("append", 71)), ["function-lines 71"]);
});

test("a component may have 150 lines, a function beside it may not", () => {
  assert.deepEqual(messages("a.tsx", functionOf("CertificatePage", 150)), []);
  assert.deepEqual(messages("a.tsx", functionOf("CertificatePage", 151)), ["function-lines 151"]);
  assert.deepEqual(messages("a.tsx", functionOf("certificate", 150)), ["function-lines 150"]);
});

test("the callback of describe is as long as its tests need", () => {
  const body = linesOf(80);
  assert.deepEqual(messages("a.test.ts", `describe("x", () => {\n${body}});`), []);
  assert.deepEqual(messages("a.test.ts", `test("x", () => {\n${body}});`), ["function-lines 82"]);
});

test("a fourth parameter is one too many, `this` is none", () => {
  assert.deepEqual(messages("a.ts", "const f = (a, b, c) => 1;"), []);
  assert.deepEqual(messages("a.ts", "const f = (a, b, c, d) => 1;"), ["parameters 4"]);
  assert.deepEqual(messages("a.ts", "function f(this: X, a, b, c) {}"), []);
});

test("the fourth level of nesting is refused", () => {
  const three = "if (a) { for (;;) { while (b) { c(); } } }";
  assert.deepEqual(messages("a.ts", `function f() { ${three} }`), []);
  assert.deepEqual(messages("a.ts", `function f() { try { ${three} } finally {} }`), ["nesting 4"]);
});

test("a chain of else-if is one level, a function inside counts by itself", () => {
  const chain = "if (a) {} else if (b) {} else if (c) {} else if (d) {} else {}";
  assert.deepEqual(messages("a.ts", `function f() { ${chain} }`), []);
  const two = "if (a) { if (b) { g(); } }";
  assert.deepEqual(
    messages("a.ts", `function f() { if (a) { if (b) { h(() => { ${two} }); } } }`),
    [],
  );
});

test("code longer than 100 columns is refused, text that cannot be broken is not", () => {
  const name = "n".repeat(90);
  assert.deepEqual(messages("a.ts", `const ${name} = 1 + 2;\n`), ["columns "]);
  assert.deepEqual(messages("a.ts", `const name = "${"n".repeat(90)}";\n`), []);
  assert.deepEqual(messages("a.ts", `test("${"n".repeat(82)}", async () => {});\n`), []);
  assert.deepEqual(messages("a.ts", `test("n", ${"n, ".repeat(40)}n);\n`), ["columns "]);
  assert.deepEqual(messages("a.ts", `// ${"word ".repeat(20)}\n`), ["columns "]);
  assert.deepEqual(messages("a.ts", `// https://example.org/${name}\n`), []);
  assert.deepEqual(messages("a.ts", `const ${"n".repeat(87)} = 1;`), []);
});
