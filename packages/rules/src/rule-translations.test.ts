import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SHIPPED, shipped } from "./calculators/shipped-calculators.fixture.ts";
import { loadRuleTranslations, type RuleTranslations } from "./rule-translations.ts";
import { shippedPacks } from "./shipped-pack.fixture.ts";

function shippedTranslations(): RuleTranslations {
  const file = new URL("../../../rule-packs/translations.yaml", import.meta.url);
  const loaded = loadRuleTranslations(readFileSync(file, "utf8"));
  assert.ok(loaded.ok);
  return loaded.translations;
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const ONE_TEXT = new Set(["number", "clause", "source"]);

/** Chinese texts of a document that stand for both languages. */
function chineseAlone(value: unknown, name = ""): string[] {
  if (typeof value === "string") return ONE_TEXT.has(name) && isChinese(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => chineseAlone(part, key));
}

const packs = shippedPacks();
const legal = new Set([
  ...packs.flatMap(({ document }) => chineseAlone(document)),
  ...SHIPPED.flatMap((name) => chineseAlone(shipped(name).calculator)),
]);
const exampleNames = new Set(
  packs
    .flatMap(({ examples }) => Object.values(examples.examples))
    .flatMap(({ cases }) => cases.map(({ name }) => name))
    .filter(isChinese),
);

test("all that what is shipped writes in Chinese alone is translated, and nothing in vain", () => {
  const { texts, examples } = shippedTranslations();
  for (const [written, translated] of [
    [legal, texts],
    [exampleNames, examples],
  ] as const) {
    const told = translated.map(({ zh }) => zh);
    assert.deepEqual([...told].sort(), [...written].sort());
  }
});

/** Numbers of clauses, of documents and of days, and ids of sources, in order of size. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)).sort((one, other) => one - other);

test("a translation names the numbers that the text names, and no other", () => {
  const { texts, examples } = shippedTranslations();
  for (const { zh, en } of texts) assert.deepEqual(numbersIn(en), numbersIn(zh), zh);
  for (const { en } of [...texts, ...examples]) assert.ok(!isChinese(en), en);
});

test("what a text leaves unconfirmed its translation leaves unconfirmed", () => {
  const doubts = [
    [/未核对原文/, /not compared with the original/],
    [/未读到/, /not read/],
    [/未见原文/, /the original was not seen/],
    [/待确认/, /to be confirmed/],
    [/一般知识/, /general knowledge/],
    [/一般做法/, /common practice/],
    [/二手/, /secondary/],
  ] as const;
  const [said, told] = [0, 1].map((side) =>
    shippedTranslations().texts.map(({ zh, en }) =>
      doubts.map((doubt) => doubt[side]?.test(side === 0 ? zh : en)),
    ),
  );
  assert.deepEqual(told, said);
  assert.ok(said?.flat().includes(true));
});

test("a text that is translated twice is refused with its line", () => {
  const one = '  - { zh: "附录B", en: "Annex B" }\n';
  const head = "format: suzheng-translations/1\ntexts:\n";
  assert.ok(loadRuleTranslations(head + one).ok);
  const loaded = loadRuleTranslations(head + one + one);
  assert.ok(!loaded.ok);
  assert.deepEqual([loaded.errors[0]?.line, loaded.errors[0]?.code], [4, "shape"]);
});
