import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalJson, type JsonValue } from "@suzheng/log-format";
import fc from "fast-check";
import { isPlainCanonical } from "./plain-canonical.ts";

const isPlain = (text: string) => isPlainCanonical(Buffer.from(text, "utf8"));

const plain = [
  "{}",
  "[]",
  "0",
  "-1",
  "0.5",
  "1e-7",
  "9007199254740991",
  '""',
  '"a"',
  '{"a":1,"ab":2,"b":{"c":[true,false,null,"样例（一）"]}}',
  '{"a":"é","b":"—"}',
];
for (const text of plain) test(`${text} is canonical`, () => assert.ok(isPlain(text)));

const doubtful: [name: string, text: string][] = [
  ["names out of order", '{"b":1,"a":2}'],
  ["a name that begins like the one before", '{"ab":1,"a":2}'],
  ["a name twice", '{"a":1,"a":2}'],
  ["a blank", '{"a": 1}'],
  ["a blank at the end", "{} "],
  ["a second value", "{}{}"],
  ["a leading zero", "[01]"],
  ["a negative zero", "[-0]"],
  ["a plus sign", "[+1]"],
  ["a needless fraction", "[1.0]"],
  ["an exponent written out", "[1E5]"],
  ["a number that JSON does not keep", "[9007199254740993]"],
  ["an escaped letter", '"\\u0061"'],
  ["a raw control character", '"a\u0001"'],
  ["a character that may join the one before", '"e\u0301"'],
  ["a compatibility ideograph", '"\uf900"'],
  ["half a list", "[1"],
  ["half a text", '"a'],
  ["a list that ends in a comma", "[1,]"],
  ["an object that ends in a comma", '{"a":1,}'],
  ["a wrong word", "[nul]"],
  ["nothing", ""],
];
for (const [name, text] of doubtful) test(`${name} is in doubt`, () => assert.ok(!isPlain(text)));

test("whatever is taken for canonical is what canonical JSON writes", () => {
  const json = fc.jsonValue({ stringUnit: "binary" });
  fc.assert(
    fc.property(json, (value) => {
      const text = JSON.stringify(value);
      if (!isPlain(text)) return;
      assert.equal(canonicalJson(JSON.parse(text) as JsonValue), text);
    }),
    { numRuns: 2000 },
  );
});

test("one changed byte is never taken for canonical JSON of another value wrongly", () => {
  const text = canonicalJson({ data: { a: [1, 2.5, "样例"], b: null }, format: "x", z: true });
  for (let at = 0; at < text.length; at++) {
    for (const put of ['"', ",", "{", "}", " ", "0", "\\", "z"]) {
      const changed = text.slice(0, at) + put + text.slice(at + 1);
      if (!isPlain(changed)) continue;
      assert.equal(canonicalJson(JSON.parse(changed) as JsonValue), changed);
    }
  }
});
