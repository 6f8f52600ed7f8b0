import assert from "node:assert/strict";
import { test } from "node:test";
import { toBase64 } from "./base64.ts";
import { NotEncodable } from "./canonical-json.ts";
import {
  type DirectoryEntry,
  encodeDirectoryEntry,
  logNoteValue,
  parseDirectoryEntry,
} from "./directory.ts";
import { sha256 } from "./node-sha256.fixture.ts";

const hash = toBase64(new Uint8Array(32));
const note = { log: "CNCA-R-2099-001", size: 7, root: hash, mapRoot: hash };
const entry: DirectoryEntry = {
  format: "suzheng-directory/1",
  notedAt: "2026-11-22T04:00:02.000Z",
  logsRoot: hash,
  notes: [note],
};

test("a directory entry is canonical and read back", () => {
  const text = encodeDirectoryEntry(entry);
  assert.ok(text.startsWith('{"format":"suzheng-directory/1","logsRoot":"'));
  assert.deepEqual(parseDirectoryEntry(text), { outcome: "parsed", value: entry });
  assert.equal(parseDirectoryEntry(JSON.stringify(entry)).outcome, "malformed");
});

test("the value of a note does not depend on the order of its fields", () => {
  const { log, size, root, mapRoot } = note;
  assert.deepEqual(logNoteValue(sha256, { mapRoot, root, size, log }), logNoteValue(sha256, note));
  assert.notDeepEqual(logNoteValue(sha256, { ...note, size: 8 }), logNoteValue(sha256, note));
});

test("256 notes fit into an entry and a thousand do not", () => {
  const notes = (count: number) => Array.from({ length: count }, () => note);
  assert.ok(encodeDirectoryEntry({ ...entry, notes: notes(256) }).length < 65_535);
  assert.throws(
    () => encodeDirectoryEntry({ ...entry, notes: notes(1000) }),
    (error: unknown) => error instanceof NotEncodable && error.code === "too-long",
  );
});

const WRONG: { name: string; change: object }[] = [
  { name: "another format", change: { format: "suzheng-directory/2" } },
  { name: "an instant without milliseconds", change: { notedAt: "2026-11-22T04:00:02Z" } },
  { name: "a root of 31 bytes", change: { logsRoot: toBase64(new Uint8Array(31)) } },
  { name: "a note of negative size", change: { notes: [{ ...note, size: -1 }] } },
  { name: "a note with another field", change: { notes: [{ ...note, more: 1 }] } },
  { name: "no notes", change: { notes: null } },
];

for (const { name, change } of WRONG) {
  test(`a directory entry with ${name} is malformed`, () => {
    const text = encodeDirectoryEntry({ ...entry, ...change });
    assert.equal(parseDirectoryEntry(text).outcome, "malformed");
  });
}
