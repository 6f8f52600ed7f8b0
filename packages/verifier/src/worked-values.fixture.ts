import {
  commit,
  cosign,
  cosignedMessage,
  encodeDirectoryEntry,
  encodeEntry,
  formatCheckpoint,
  formatNote,
  formatVkey,
  logNoteValue,
  parseNote,
  signNote,
  toBase64,
  toHex,
} from "@suzheng/log-format";
import { hashLeaf, logMapValue, mapKey, mapRoot } from "@suzheng/merkle";
import { sha256 } from "./node-crypto.fixture.ts";
import { DIRECTORY_SIGNER, ORIGIN, WITNESSES } from "./sample-directory.fixture.ts";

/** The values that `docs/formats` shows, page by page. */
export type WorkedValues = { [page: string]: { [what: string]: string } };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function workedValues(): WorkedValues {
  const entry = workedEntry();
  const leafHash = hashLeaf(sha256, utf8(entry));
  const map = workedMap(leafHash);
  const note = {
    ...{ log: "CNCA-R-2099-001", size: 1 },
    ...{ root: toBase64(leafHash), mapRoot: toBase64(map.one) },
  };
  const noteValue = logNoteValue(sha256, note);
  const logsRoot = mapRoot(sha256, [{ key: mapKey(sha256, note.log), value: noteValue }]);
  const directoryEntry = encodeDirectoryEntry({
    ...{ format: "suzheng-directory/1", notedAt: "2026-11-22T04:00:02.000Z" },
    ...{ logsRoot: toBase64(logsRoot), notes: [note] },
  });
  const root = hashLeaf(sha256, utf8(directoryEntry));
  return {
    "entry.md": {
      entry,
      "leaf hash": toHex(leafHash),
      commitment: commit(sha256, {
        ...{ name: "person.name", value: "陈某甲" },
        salt: Uint8Array.from({ length: 16 }, (_, i) => i),
      }),
    },
    "map.md": Object.fromEntries(Object.entries(map).map(([what, hash]) => [what, toHex(hash)])),
    "directory.md": {
      ...{ "value of the note": toHex(noteValue), logsRoot: toHex(logsRoot) },
      ...{ entry: directoryEntry, "leaf hash": toHex(root) },
    },
    "checkpoint.md": workedCheckpoint(root),
  };
}

const workedEntry = (): string =>
  encodeEntry({
    format: "suzheng-entry/1",
    log: "CNCA-R-2099-001",
    stream: "certificate/09926Q10001R0S",
    version: 1,
    previous: null,
    type: "CertificateReported",
    schema: 1,
    occurredOn: "2026-03-20",
    recordedAt: "2026-03-20T12:00:00.000Z",
    submitter: "cli",
    data: { number: "09926Q10001R0S", status: "valid" },
  });

function workedMap(leafHash: Uint8Array) {
  const pairs = ["certificate/09926Q10001R0S", "a", "b"].map((stream, index) => ({
    key: mapKey(sha256, stream),
    value: logMapValue(sha256, index, leafHash),
  }));
  const [first] = pairs;
  if (first === undefined) throw new Error("three pairs");
  return {
    ...first,
    none: mapRoot(sha256, []),
    one: mapRoot(sha256, pairs.slice(0, 1)),
    two: mapRoot(sha256, pairs.slice(0, 2)),
    three: mapRoot(sha256, pairs),
  };
}

function workedCheckpoint(root: Uint8Array) {
  const [witness] = WITNESSES;
  if (witness === undefined) throw new Error("three witnesses");
  const text = formatCheckpoint({ origin: ORIGIN, size: 1, root });
  const signed = parseNote(signNote(text, DIRECTORY_SIGNER));
  if (signed.outcome === "malformed") throw new Error(signed.detail.en);
  const timestamp = 1_795_320_005;
  const line = cosign(text, { ...witness, timestamp });
  return {
    "log key": formatVkey(DIRECTORY_SIGNER.key),
    "witness key": formatVkey(witness.key),
    note: formatNote({ text, signatures: [...signed.value.signatures, line] }),
    "signed by the witness": new TextDecoder().decode(cosignedMessage(text, timestamp)),
  };
}
