import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { diffText } from "./diff-text.ts";

const marks = { same: "", added: "+", removed: "-" };
const shown = (before: string, after: string) =>
  diffText(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : `[${marks[kind]}${text}]`))
    .join("");

test("Chinese is compared by the character, Latin by the word, a date as one", () => {
  assert.equal(shown("间隔不超过 12 个月", "间隔不超过 6 个月"), "间隔不超过 [-12][+6] 个月");
  assert.equal(shown("应当每年监督", "应当每半年监督"), "应当每[+半]年监督");
  assert.equal(shown("2026-11-22 起", "2027-01-01 起"), "[-2026-11-22][+2027-01-01] 起");
  assert.equal(shown("once a year", "once a month"), "once a [-year][+month]");
});

test("nothing is the same as a text that appeared or vanished", () => {
  assert.equal(shown("", "新增"), "[+新增]");
  assert.equal(shown("删去", ""), "[-删去]");
  assert.deepEqual(diffText("", ""), []);
});

test("leaving out what was added gives the old text, what was removed the new one", () => {
  const word = fc.string({ unit: fc.constantFrom("审", "核", "a", "1", " ", "。", "\n") });
  fc.assert(
    fc.property(word, word, (before, after) => {
      const pieces = diffText(before, after);
      const without = (kind: string) =>
        pieces.flatMap((piece) => (piece.kind === kind ? [] : piece.text)).join("");
      assert.equal(without("added"), before);
      assert.equal(without("removed"), after);
    }),
  );
});
