import assert from "node:assert/strict";
import { test } from "node:test";
import { answerCache } from "./answer-cache.ts";

const ANSWER = { institution: "A", body: "valid", etag: '"1"' };
const sized = (size: number) => new Map([["A", size]]);

test("an answer stands until its log grows or five seconds are over", () => {
  let clockMs = 0;
  const cache = answerCache(() => clockMs);
  cache.refresh(sized(1));
  cache.put("key", ANSWER, cache.sizes());
  assert.equal(cache.get("key")?.body, "valid");
  clockMs = 5000;
  assert.equal(cache.get("key"), null);
  cache.put("key", ANSWER, cache.sizes());
  cache.refresh(sized(2));
  assert.equal(cache.get("key"), null);
});

test("an answer that the log overtook while it was made is not kept as current", () => {
  const cache = answerCache(() => 0);
  cache.refresh(sized(1));
  const before = cache.sizes();
  cache.refresh(sized(2));
  cache.put("key", ANSWER, before);
  assert.equal(cache.get("key"), null);
});
