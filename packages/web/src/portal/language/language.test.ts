import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "./en.ts";
import { inLanguage, languageOf } from "./language.ts";
import { zh } from "./zh.ts";

/** Dotted names of all entries. */
function keysOf(words: object, under = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? keysOf(value, `${under}${key}.`)
      : [`${under}${key}`],
  );
}

function valuesOf(words: object): unknown[] {
  return Object.values(words).flatMap((value) =>
    typeof value === "object" && value !== null ? valuesOf(value) : [value],
  );
}

test("both languages have the same entries", () => {
  assert.deepEqual(keysOf(en).sort(), keysOf(zh).sort());
});

test("no entry is empty", () => {
  for (const words of [zh, en]) {
    for (const value of valuesOf(words)) assert.notEqual(value, "");
  }
});

test("no Chinese is left over in English, except the name of the other language", () => {
  const left = valuesOf(en).filter(
    (value) => typeof value === "string" && /\p{Script=Han}/u.test(value),
  );
  assert.deepEqual(left, [en.shell.otherLanguage, en.shell.otherLanguageLabel]);
});

test("the address decides before the remembered choice, and Chinese is the default", () => {
  assert.equal(languageOf("?lang=en", null), "en");
  assert.equal(languageOf("?lang=zh", "en"), "zh");
  assert.equal(languageOf("", "en"), "en");
  assert.equal(languageOf("?lang=fr", null), "zh");
});

test("switching the language keeps the rest of the address", () => {
  assert.equal(inLanguage("/c/1?on=2026-01-01#x", "en"), "/c/1?on=2026-01-01&lang=en#x");
  assert.equal(inLanguage("/c/1?lang=en&on=2026-01-01", "zh"), "/c/1?on=2026-01-01");
});
