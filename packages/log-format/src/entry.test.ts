import assert from "node:assert/strict";
import { test } from "node:test";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { canonicalJson, type JsonValue, NotEncodable } from "./canonical-json.ts";
import { type Entry, encodeBody, encodeEntry, joinEntry, parseEntry } from "./entry.ts";
import { sampleEntry } from "./sample-entry.fixture.ts";

const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof NotEncodable) return error.code;
    throw error;
  }
  return "encodable";
};

test("an entry is written and read back", () => {
  for (const entry of [
    sampleEntry(),
    sampleEntry({ version: 1, previous: null }),
    sampleEntry({ data: {} }),
  ]) {
    assert.deepEqual(parseEntry(encodeEntry(entry)), { outcome: "parsed", value: entry });
  }
});

test("entries are the canonical JSON of the canonicalize package", () => {
  assert.equal(encodeEntry(sampleEntry()), canonicalize(sampleEntry()));
});

const text = fc.string({ unit: "grapheme" }).map((value) => value.replaceAll("\0", "").normalize());
const { value: json } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e15, min: -1e15 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(text, tie("value"), { maxKeys: 6 }),
  ),
}));

test("canonical JSON is that of the canonicalize package for any value", () => {
  fc.assert(fc.property(json, (value) => assert.equal(canonicalJson(value), canonicalize(value))));
});

test("names are ordered by UTF-16 units and text is escaped as in RFC 8785", () => {
  const value = { "\u20ac": 1, "\r": 2, דּ: 3, 1: 4, "\u{1f600}": 5, "\u0080": 6, ö: 7 };
  assert.equal(
    canonicalJson(Object.fromEntries(Object.entries(value).map(([k, v]) => [k.normalize(), v]))),
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"דּ":3,"€":1,"😀":5}',
  );
  assert.equal(canonicalJson('€$\u000f\nA\'B"\\\\"/'), '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  assert.equal(canonicalJson([4.5, 2e-3, 1e-27, -0, 1e15]), "[4.5,0.002,1e-27,0,1000000000000000]");
});

function nested(levels: number): JsonValue {
  let value: JsonValue = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

test("nesting of 62 levels inside the data is recorded", () => {
  const entry = encodeEntry(sampleEntry({ data: { value: nested(62) } }));
  assert.equal(parseEntry(entry).outcome, "parsed");
});

test("an entry of nothing but brackets is malformed and exhausts no stack", () => {
  const brackets = "[".repeat(30_000) + "]".repeat(30_000);
  assert.equal(parseEntry(brackets).outcome, "malformed");
  const data = `{"data":${brackets}}`;
  assert.equal(parseEntry(data).outcome, "malformed");
});

const NOT_ENCODABLE: { name: string; value: JsonValue; code: string }[] = [
  { name: "a whole number beyond 2^53 − 1", value: 2 ** 53, code: "unsafe-number" },
  { name: "infinity", value: Number.POSITIVE_INFINITY, code: "unsafe-number" },
  { name: "not a number", value: Number.NaN, code: "unsafe-number" },
  { name: "half a surrogate pair", value: "\ud83d", code: "not-unicode" },
  { name: "a NUL character", value: "a\0b", code: "nul" },
  { name: "text not in NFC", value: "e\u0301", code: "not-nfc" },
  { name: "a compatibility ideograph", value: "\uf92c", code: "not-nfc" },
  { name: "nesting beyond 64 levels", value: nested(64), code: "too-deep" },
  { name: "a field name not in NFC", value: { "e\u0301": 1 }, code: "not-nfc" },
];

for (const { name, value, code } of NOT_ENCODABLE) {
  test(`${name} cannot be recorded`, () => {
    assert.equal(
      codeOf(() => encodeEntry(sampleEntry({ data: { value } }))),
      code,
    );
  });
}

test("undefined in the data cannot be recorded", () => {
  const data = JSON.parse("{}");
  data.number = undefined;
  assert.equal(
    codeOf(() => encodeEntry(sampleEntry({ data }))),
    "not-json",
  );
});

test("65,535 bytes fit, one more does not, whatever the characters", () => {
  for (const character of ["x", "证"]) {
    const width = Buffer.byteLength(character);
    const empty = Buffer.byteLength(encodeEntry(sampleEntry({ data: { scope: "" } })));
    const room = 65_535 - empty;
    const filler = character.repeat(Math.floor(room / width)) + "x".repeat(room % width);
    const entry = encodeEntry(sampleEntry({ data: { scope: filler } }));
    assert.equal(Buffer.byteLength(entry), 65_535);
    assert.equal(parseEntry(entry).outcome, "parsed");
    const code = codeOf(() => encodeEntry(sampleEntry({ data: { scope: `${filler}x` } })));
    assert.equal(code, "too-long");
    assert.equal(
      parseEntry(entry.replace('"x', '"xx').replace('"证', '"证证')).outcome,
      "malformed",
    );
  }
});

const entryText = encodeEntry(sampleEntry());

const MALFORMED: { name: string; text: string }[] = [
  { name: "white space", text: `${entryText} ` },
  { name: "a line break at the end", text: `${entryText}\n` },
  { name: "fields in another order", text: JSON.stringify(sampleEntry()) },
  { name: "a field twice", text: entryText.replace('"schema":1', '"schema":1,"schema":1') },
  { name: "a number written otherwise", text: entryText.replace('"schema":1', '"schema":1.0') },
  { name: "a character escaped without need", text: entryText.replace('"cli"', '"\\u0063li"') },
  { name: "nothing", text: "" },
  { name: "half of it", text: entryText.slice(0, 100) },
  { name: "a list", text: "[]" },
  { name: "null", text: "null" },
];

for (const row of MALFORMED) {
  test(`an entry with ${row.name} is malformed`, () => {
    assert.equal(parseEntry(row.text).outcome, "malformed");
  });
}

const WRONG_SHAPES: { name: string; change: { [field: string]: unknown } }[] = [
  { name: "a format of another time", change: { format: "suzheng-entry/2" } },
  { name: "an empty log", change: { log: "" } },
  { name: "version 0", change: { version: 0 } },
  { name: "version 2 without previous", change: { previous: null } },
  { name: "version 1 with previous", change: { version: 1 } },
  {
    name: "a previous index below zero",
    change: { previous: { index: -1, hash: "A".repeat(43) } },
  },
  {
    name: "a previous hash with padding",
    change: { previous: { index: 1, hash: `${"A".repeat(43)}=` } },
  },
  {
    name: "a previous hash with stray bits",
    change: { previous: { index: 1, hash: "B".repeat(43) } },
  },
  { name: "a date that does not exist", change: { occurredOn: "2026-02-29" } },
  { name: "an instant without milliseconds", change: { recordedAt: "2026-07-01T04:00:00Z" } },
  { name: "an instant in another zone", change: { recordedAt: "2026-07-01T12:00:00.000+08:00" } },
  { name: "an unknown field", change: { note: "x" } },
  { name: "data that is a list", change: { data: [] } },
  { name: "a commitment of 31 bytes", change: { commitments: { name: "A".repeat(42) } } },
  {
    name: "a verdict with an unknown outcome",
    change: { judged: [judgedWith({ outcome: "ok" })] },
  },
  { name: "a verdict without facts", change: { judged: [judgedWith({ facts: null })] } },
];

function judgedWith(change: { [field: string]: unknown }) {
  const [judged] = sampleEntry().judged ?? [];
  return { ...judged, verdicts: [{ ...judged?.verdicts[0], ...change }] };
}

for (const { name, change } of WRONG_SHAPES) {
  test(`an entry with ${name} is neither written nor read`, () => {
    const entry = { ...sampleEntry(), ...change } as ReturnType<typeof sampleEntry>;
    assert.equal(
      codeOf(() => encodeEntry(entry)),
      "not-json",
    );
    assert.equal(parseEntry(canonicalize(entry) ?? "").outcome, "malformed");
  });
}

const jsonObject = fc.dictionary(text, json, { maxKeys: 6 });

test("head and body, written apart and joined, are the text of the whole entry", () => {
  const joined = ({ format: _format, data, judged, ...head }: Entry) =>
    joinEntry(head, encodeBody({ data, ...(judged === undefined ? {} : { judged }) }));
  const plain = sampleEntry();
  assert.equal(joined(plain), encodeEntry(plain));
  const { commitments: _none, judged: _neither, ...bare } = plain;
  assert.equal(joined(bare), encodeEntry(bare));
  fc.assert(
    fc.property(jsonObject, (data) => {
      const entry = sampleEntry({ data });
      assert.equal(joined(entry), encodeEntry(entry));
    }),
  );
});

test("data may be nested as deep in a body as in the whole entry", () => {
  const bodyOf = (levels: number) => () => encodeBody({ data: { value: nested(levels) } });
  assert.deepEqual([codeOf(bodyOf(62)), codeOf(bodyOf(63))], ["encodable", "too-deep"]);
});
