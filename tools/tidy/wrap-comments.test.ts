import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSizes } from "./sizes.ts";
import { parseSource } from "./source.ts";
import { wrapComments } from "./wrap-comments.ts";

const words = (count: number): string => Array.from({ length: count }, () => "word").join(" ");

const wrap = (text: string): string => wrapComments(parseSource("a.ts", text));

test("a long sentence is broken between words and loses none", () => {
  const wrapped = wrap(`  // ${words(30)}\nconst a = 1;\n`);
  assert.deepEqual(checkSizes(parseSource("a.ts", wrapped)), []);
  assert.equal(wrapped.replaceAll("\n  //", ""), `  // ${words(30)}\nconst a = 1;\n`);
});

test("a long comment on one line becomes a block", () => {
  const [first, second, ...others] = wrap(`/** ${words(30)} */\nconst a = 1;`).split("\n");
  assert.equal(first, "/**");
  assert.equal(second, ` * ${words(19)}`);
  assert.equal(others.at(-2), " */");
});

test("the rest of the paragraph moves up, the next one stays", () => {
  const text = `/**\n * ${words(22)}\n * and more\n *\n * Another.\n * - item\n */\n`;
  const [, , second, ...others] = wrap(text).split("\n");
  assert.equal(second, " * word word word and more");
  assert.deepEqual(others, [" *", " * Another.", " * - item", " */", ""]);
});

test("code and text are left as they are", () => {
  const text = `const a = \`\n// ${words(30)}\n\`;\ncall(${"a, ".repeat(50)}a);\n`;
  assert.equal(wrap(text), text);
});
