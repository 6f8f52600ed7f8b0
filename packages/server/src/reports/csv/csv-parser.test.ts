import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csvLine } from "./csv-line.ts";
import { csvParser } from "./csv-parser.ts";

function parseInPieces(text: string, pieceChars: number): string[][] {
  const parser = csvParser(",", Number.POSITIVE_INFINITY);
  const rows: string[][] = [];
  for (let at = 0; at < text.length; at += pieceChars) {
    rows.push(...parser.push(text.slice(at, at + pieceChars)).map(({ cells }) => cells));
  }
  return [...rows, ...parser.end().map(({ cells }) => cells)];
}

const cell = fc.string({
  unit: fc.constantFrom("a", "晨", '"', ",", "\r", "\n", "'", "=", "-", "1", " ", ";", "\t"),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 });
const pieceChars = fc.integer({ min: 1, max: 9 });

test("whatever is written is read back, however the text is cut", () => {
  fc.assert(
    fc.property(table, pieceChars, (rows, size) => {
      assert.deepEqual(parseInPieces(rows.map(csvLine).join(""), size), rows);
    }),
    { numRuns: 500 },
  );
});

test("rows are the same as csv-parse reads them", () => {
  // Without signs and apostrophes, which only this parser gives a meaning.
  const plain = fc.array(
    fc.array(
      fc.string({ unit: fc.constantFrom("a", "晨", '"', ",", "\n", "1", " "), maxLength: 6 }),
      { minLength: 2, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(plain, pieceChars, fc.constantFrom("\n", "\r\n"), (rows, size, lineEnd) => {
      const text = rows.map((cells) => csvLine(cells).slice(0, -2)).join(lineEnd);
      const expected: unknown = parse(text, { relax_column_count: true });
      assert.deepEqual(parseInPieces(text, size), expected);
    }),
    { numRuns: 500 },
  );
});

test("formulas are guarded and plain signed numbers are not", () => {
  assert.equal(
    csvLine(["=1+1", "@SUM(A1)", "+86-10-1", "-5", "+3.5", "-", "'=x", "甲"]),
    "'=1+1,'@SUM(A1),'+86-10-1,-5,+3.5,-,''=x,甲\r\n",
  );
});
