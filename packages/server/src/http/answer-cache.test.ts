import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, answerCache } from "./answer-cache.ts";

const ON = "2026-11-20";
const answer = (text: string): Answer => ({
  institution: "A",
  on: ON,
  bytes: Buffer.from(text),
  knownAtByte: 0,
  etag: '"1"',
});
const sized = (size: number) => new Map([["A", size]]);

/** A cache of so many bytes in which every log has grown to 1. */
function openCache(bytesMax?: number) {
  const cache = answerCache(bytesMax);
  cache.refresh(sized(1));
  const put = (number: string, text = number) => cache.put(number, answer(text), cache.sizes());
  const textOf = (number: string, on = ON) => cache.get(number, on)?.bytes.toString() ?? null;
  return { cache, put, textOf };
}

test("an answer stands until its log grows", () => {
  const { cache, put, textOf } = openCache();
  put("1", "valid");
  assert.equal(textOf("1"), "valid");
  cache.refresh(sized(2));
  assert.equal(textOf("1"), null);
});

test("an answer is not given on another day", () => {
  const { put, textOf } = openCache();
  put("1");
  assert.equal(textOf("1", "2026-11-21"), null);
});

test("an answer that the log overtook while it was made is not kept as current", () => {
  const { cache, textOf } = openCache();
  const before = cache.sizes();
  cache.refresh(sized(2));
  cache.put("1", answer("1"), before);
  assert.equal(textOf("1"), null);
});

test("what is written into an answer that was given does not change the next one", () => {
  const { cache, put, textOf } = openCache();
  put("1", "valid");
  cache.get("1", ON)?.bytes.write("later");
  assert.equal(textOf("1"), "valid");
});

test("answers asked for again outlive many that are not", () => {
  const { put, textOf } = openCache(1000);
  put("asked");
  for (let i = 0; i < 2000; i++) {
    put(`other ${i}`);
    if (i % 20 === 0) assert.equal(textOf("asked"), "asked");
  }
  assert.equal(textOf("other 0"), null);
  assert.equal(textOf("other 1999"), "other 1999");
});

test("an answer larger than a generation is not kept", () => {
  const { put, textOf } = openCache(100);
  put("1", "x".repeat(51));
  assert.equal(textOf("1"), null);
});
