import assert from "node:assert/strict";
import { test } from "node:test";
import { answerCache } from "./answer-cache.ts";

const ANSWER = { institution: "A", before: "valid at ", after: ".", etag: '"1"' };
const sized = (size: number) => new Map([["A", size]]);

test("an answer stands until its log grows", () => {
  const cache = answerCache();
  cache.refresh(sized(1));
  cache.put("key", ANSWER, cache.sizes());
  assert.equal(cache.get("key")?.before, "valid at ");
  cache.refresh(sized(2));
  assert.equal(cache.get("key"), null);
});

test("an answer that the log overtook while it was made is not kept as current", () => {
  const cache = answerCache();
  cache.refresh(sized(1));
  const before = cache.sizes();
  cache.refresh(sized(2));
  cache.put("key", ANSWER, before);
  assert.equal(cache.get("key"), null);
});

test("answers asked for again outlive many that are not", () => {
  const cache = answerCache();
  cache.refresh(sized(1));
  cache.put("asked", ANSWER, cache.sizes());
  for (let i = 0; i < 200_000; i++) {
    cache.put(`other ${i}`, ANSWER, cache.sizes());
    if (i % 20_000 === 0) assert.notEqual(cache.get("asked"), null);
  }
  assert.equal(cache.get("other 0"), null);
});
