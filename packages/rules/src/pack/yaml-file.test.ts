import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { ERRORS_LISTED_MAX } from "./errors-listed.ts";
import { readYaml } from "./yaml-file.ts";

/** What is said about a text that may hold anything: `line code`. */
function refusals(text: string, schema: z.ZodType = z.unknown()): string[] {
  const reading = readYaml("pack.yaml", text, schema);
  return reading.ok ? [] : reading.errors.map(({ line, code }) => `${line} ${code}`);
}

const numbered = (count: number, lineOf: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => lineOf(index)).join("\n");

/** Each level repeats the one before it ten times. */
const BOMB = [
  "a0: &a0 [x, x, x, x, x, x, x, x, x, x]",
  ...Array.from({ length: 9 }, (_, level) => {
    const ten = Array(10).fill(`*a${level}`).join(", ");
    return `a${level + 1}: &a${level + 1} [${ten}]`;
  }),
].join("\n");

type Row = { name: string; text: string; expect: string[] };
const rows: Row[] = [
  { name: "a key given twice", text: "a: 1\nb: 2\na: 3", expect: ["3 syntax"] },
  {
    name: "each key given again",
    text: "a: 1\na: 2\nb: 1\na: 3",
    expect: ["2 syntax", "4 syntax"],
  },
  { name: "a key given twice within", text: "a:\n  - b: 1\n    b: 2", expect: ["3 syntax"] },
  { name: "a key given twice in braces", text: "a: { b: 1,\n b: 2 }", expect: ["2 syntax"] },
  { name: "keys that are one in the object", text: '1: a\n"1": b', expect: ["2 syntax"] },
  { name: "a key that is a list", text: "a: 1\n? [b]\n: 2", expect: ["2 syntax"] },
  { name: "an alias of nothing", text: "a: 1\nb: *a", expect: ["2 syntax"] },
  { name: "an alias before its anchor", text: "a: *b\nb: &b 1", expect: ["1 syntax"] },
  { name: "an alias bomb", text: BOMB, expect: ["2 too-many-aliases"] },
  {
    name: "one value repeated often",
    text: `a: &a 1\n${numbered(101, (index) => `k${index}: *a`)}`,
    expect: ["2 too-many-aliases"],
  },
  {
    name: "tens of thousands of keys",
    text: numbered(42_000, (index) => `k${index}:`),
    expect: ["1 file-too-large"],
  },
  {
    name: "tens of thousands of broken escapes",
    text: `a: "${"\\q".repeat(60_000)}"`,
    expect: ["1 file-too-large"],
  },
];

for (const { name, text, expect } of rows) {
  test(`refused: ${name}`, () => assert.deepEqual(refusals(text), expect));
}

test("a text that is wrong all over is told to be so as far as a person reads", () => {
  assert.equal(refusals("}\n".repeat(5000)).length, ERRORS_LISTED_MAX + 1);
  assert.equal(refusals("a: 1\n".repeat(5000)).length, ERRORS_LISTED_MAX + 1);
  const texts = z.array(z.string());
  assert.equal(refusals("- 1\n".repeat(5000), texts).length, ERRORS_LISTED_MAX + 1);
});

test("what is nested deeper than can be read is refused, in blocks and in brackets", () => {
  for (const text of ["[".repeat(20_000), "- ".repeat(20_000)]) {
    const reading = readYaml("pack.yaml", text, z.unknown());
    assert.ok(!reading.ok);
    const [first] = reading.errors;
    assert.deepEqual([first?.code, first?.message.en], ["syntax", "nested too deeply"]);
  }
});

test("of a long value only its beginning is quoted", () => {
  const keys = numbered(10_000, (index) => `k${index}:`);
  const reading = readYaml("pack.yaml", keys, z.strictObject({}));
  assert.ok(!reading.ok);
  assert.ok(JSON.stringify(reading.errors).length < 5000);
});

test("aliases stand for their values, and a value is found on its line", () => {
  const schema = z.object({ a: z.array(z.number()), b: z.array(z.number()) });
  const reading = readYaml("pack.yaml", "a: &a\n  - 1\n  - 2\nb: *a\n", schema);
  assert.ok(reading.ok);
  assert.deepEqual(reading.file.content, { a: [1, 2], b: [1, 2] });
  const { lineOf } = reading.file;
  assert.deepEqual([["a", 1], ["b"], ["b", 1], ["nothing"]].map(lineOf), [3, 4, 4, 1]);
});
