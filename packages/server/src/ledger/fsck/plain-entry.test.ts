import assert from "node:assert/strict";
import { test } from "node:test";
import { type Entry, encodeEntry, parseEntry } from "@suzheng/log-format";
import { readPlainEntry } from "./plain-entry.ts";

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
  data: { holderName: "样例有限公司（一）", count: 2.5, list: ["a"], none: null },
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

const read = (text: string) => readPlainEntry(Buffer.from(text, "utf8"));

for (const [name, one] of Object.entries({ whole: entry, bare, first })) {
  test(`a ${name} entry is read as the strict reader reads it`, () => {
    const text = encodeEntry(one);
    const plain = read(text);
    assert.ok(plain !== null);
    const parsed = parseEntry(text);
    assert.ok(parsed.outcome === "parsed");
    const { format: _format, submitter: _submitter, judged: _all, ...rest } = parsed.value;
    const dataBytes = Buffer.from(JSON.stringify(rest.data));
    assert.deepEqual(plain, { ...rest, dataBytes });
  });
}

test("no entry with one changed byte is taken that the strict reader refuses", () => {
  const text = encodeEntry(entry);
  for (let at = 0; at < text.length; at++) {
    for (const put of ["", '"', ",", ":", "{", "}", "[", "]", " ", "0", "x", "é"]) {
      const changed = text.slice(0, at) + put + text.slice(at + 1);
      if (read(changed) === null) continue;
      assert.equal(parseEntry(changed).outcome, "parsed", `${at} ${put}: ${changed}`);
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
