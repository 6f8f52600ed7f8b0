import assert from "node:assert/strict";
import { test } from "node:test";
import { type Entry, encodeEntry, parseEntry } from "@suzheng/log-format";
import { type PlainEntry, readPlainEntry } from "./plain-entry.ts";
import type { EntryPlace } from "./plain-entry-end.ts";
import { readStoredEntry } from "./read-stored-entry.ts";

const HASH = "rO0ABXNyABdqYXZhLnV0aWwuTGlua2VkSGFzaE1hcDA";

const entry: Entry = {
  format: "suzheng-entry/1",
  log: "CNCA-R-2026-901",
  stream: "certificate/90126Q10001R0S",
  version: 2,
  previous: { index: 3, hash: HASH },
  type: "CertificateReported",
  schema: 1,
  occurredOn: "2026-02-03",
  recordedAt: "2026-02-04T05:06:07.089Z",
  submitter: "cli",
  data: {
    actualPersonDays: 2.5,
    auditEndOn: null,
    holderName: "样例有限公司（一）",
    multiSite: false,
    sites: ["a", { nested: "b" }],
    surveillanceCount: 3,
  },
  commitments: { "person.name": HASH },
  judged: [
    {
      pack: "a",
      version: "1",
      verdicts: [
        { requirement: "r", clause: "4.2", outcome: "met", facts: { day: "2026-02-03", days: 3 } },
        { requirement: "s", clause: "4.3", outcome: "cannot-tell", facts: {} },
      ],
    },
    { pack: "b", version: "2", verdicts: [] },
  ],
};
const { commitments: _commitments, judged: _judged, ...bare } = entry;
const first: Entry = { ...bare, version: 1, previous: null };

const read = (text: string, place: EntryPlace = entry) =>
  readPlainEntry(Buffer.from(text, "utf8"), place);

for (const [name, one] of Object.entries({ whole: entry, bare, first })) {
  test(`a ${name} entry is read as the strict reader reads it`, () => {
    const text = encodeEntry(one);
    const plain = read(text, one);
    assert.ok(plain !== null);
    const strict = readStoredEntry(Buffer.from(text));
    assert.ok(strict.ok);
    const textOf = ({ bytes, dataFrom, dataUntil, ...rest }: PlainEntry) => ({
      ...rest,
      dataText: bytes.toString("utf8", dataFrom, dataUntil),
    });
    assert.deepEqual(textOf(plain), textOf(strict.plain));
  });
}

const places: readonly EntryPlace[] = [
  { ...entry, log: "CNCA-R-2026-902" },
  { ...entry, stream: `${entry.stream}x` },
  { ...entry, stream: "" },
  { ...entry, version: 3 },
  { ...entry, version: 1, previous: null },
  { ...entry, previous: { index: 4, hash: HASH } },
  { ...entry, previous: { index: 3, hash: HASH.replace("A", "B") } },
];

test("an entry of another place than its columns and the entry before say is not taken", () => {
  for (const place of places) {
    assert.equal(read(encodeEntry(entry), place), null, JSON.stringify(place));
  }
});

test("a name of a stream that would have to be escaped is left to the strict reader", () => {
  for (const stream of ['a"b', "a\\b", "样例"]) {
    const place = { ...entry, stream };
    const text = encodeEntry(entry).replace(entry.stream, stream);
    assert.equal(read(text, place), null, stream);
  }
});

test("no entry with one changed byte is taken that the strict reader refuses", () => {
  const text = encodeEntry(entry);
  for (let at = 0; at < text.length; at++) {
    for (const put of ["", '"', ",", ":", "{", "}", "[", "]", " ", "0", "x", "é"]) {
      const changed = text.slice(0, at) + put + text.slice(at + 1);
      if (read(changed) === null) continue;
      const parsed = parseEntry(changed);
      assert.ok(parsed.outcome === "parsed", `${at} ${put}: ${changed}`);
      const { log, stream, version, previous } = parsed.value;
      const { log: inLog, stream: inStream, version: nth, previous: before } = entry;
      assert.deepEqual([log, stream, version, previous], [inLog, inStream, nth, before]);
    }
  }
});

test("an entry with a field too many, too few or twice is left to the strict reader", () => {
  const text = encodeEntry(entry);
  const cut = (from: string, to: string) => text.replace(from, to);
  const changes = [
    cut('"log":', '"lag":"x","log":'),
    cut('"log":"CNCA-R-2026-901",', ""),
    cut('"log":"CNCA-R-2026-901",', '"log":"a","log":"CNCA-R-2026-901",'),
    cut('"version":2}', '"version":2,"x":1}'),
    cut('"outcome":"met"', '"outcome":"maybe"'),
    cut('"previous":{', '"previous":{"a":1,'),
    `${text}\n`,
  ];
  for (const changed of changes) {
    assert.notEqual(changed, text);
    assert.equal(read(changed), null, changed);
  }
});
