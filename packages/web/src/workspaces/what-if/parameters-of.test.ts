import assert from "node:assert/strict";
import { test } from "node:test";
import { parametersOf } from "./parameters-of.ts";

test("numbers, yes and no are read as such, and lines that set nothing are left out", () => {
  const text = "onSiteDaysMax = 150\nshare=0.3\n\nstrict=true\nname=a b\n=3\nlonely\nempty=";
  assert.deepEqual(parametersOf(text), {
    onSiteDaysMax: 150,
    share: 0.3,
    strict: true,
    name: "a b",
  });
});
