import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, answerBytesFor, answerCache } from "./answer-cache.ts";

const ON = "2026-11-20";
const BLANK_INSTANT = " ".repeat(24);
const NOON = "2026-11-20T04:00:00.000Z";
const answer = (text: string): Answer => ({
  institution: "A",
  on: ON,
  bytes: Buffer.from(BLANK_INSTANT + text),
  knownAtByte: 0,
  etag: '"0123456789abcdefghijkl"',
});
const sized = (size: number) => async () => new Map([["A", size]]);

/** A cache of so many bytes in which every log has grown to 1. */
async function openCache(bytesMax = 1_000_000) {
  const cache = answerCache(bytesMax);
  await cache.refresh(sized(1));
  const put = (number: string, text = number) => cache.put(number, answer(text), cache.sizes());
  const textOf = (number: string, on = ON) => {
    const ready = cache.get({ number, on, knownAt: NOON });
    return ready && Buffer.from(ready.body, "latin1").toString().slice(NOON.length);
  };
  return { cache, put, textOf };
}

test("an answer stands until its log grows", async () => {
  const { cache, put, textOf } = await openCache();
  put("1", "有效");
  assert.equal(textOf("1"), "有效");
  await cache.refresh(sized(2));
  assert.equal(textOf("1"), null);
});

test("an answer is not given on another day", async () => {
  const { put, textOf } = await openCache();
  put("1");
  assert.equal(textOf("1", "2026-11-21"), null);
});

test("an answer that the log overtook while it was made is not kept as current", async () => {
  const { cache, textOf } = await openCache();
  const before = cache.sizes();
  await cache.refresh(sized(2));
  cache.put("1", answer("1"), before);
  assert.equal(textOf("1"), null);
});

test("what was just recorded is not answered from before, also when sizes come late", async () => {
  const { cache, put, textOf } = await openCache();
  put("1", "valid");
  cache.forget("A");
  assert.equal(textOf("1"), null);
  await cache.refresh(async () => {
    cache.forget("A");
    return new Map([["A", 1]]);
  });
  put("1", "valid");
  assert.equal(textOf("1"), null);
  await cache.refresh(sized(2));
  put("1", "suspended");
  assert.equal(textOf("1"), "suspended");
});

test("each answer tells the instant at which it was asked for, under the same tag", async () => {
  const { cache, put } = await openCache();
  put("1");
  const later = "2026-11-20T05:00:00.000Z";
  const bodies = [NOON, later].map((knownAt) => cache.get({ number: "1", on: ON, knownAt }));
  const { etag } = answer("1");
  assert.deepEqual(bodies, [
    { body: `${NOON}1`, etag },
    { body: `${later}1`, etag },
  ]);
});

test("answers asked for again outlive many that are not", async () => {
  const { put, textOf } = await openCache(2000);
  put("asked");
  for (let i = 0; i < 2000; i++) {
    put(`other ${i}`);
    if (i % 10 === 0) assert.equal(textOf("asked"), "asked");
  }
  assert.equal(textOf("other 0"), null);
  assert.equal(textOf("other 1999"), "other 1999");
});

test("an answer larger than a generation is not kept", async () => {
  const { put, textOf } = await openCache(200);
  put("1", "x".repeat(77));
  assert.equal(textOf("1"), null);
});

test("a small machine keeps fewer answers, a large one not without end", () => {
  const GB = 2 ** 30;
  assert.equal(answerBytesFor(2 * GB), GB / 8);
  assert.equal(answerBytesFor(64 * GB), GB / 2);
});
