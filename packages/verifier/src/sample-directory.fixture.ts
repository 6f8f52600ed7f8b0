import {
  type Bundle,
  type BundleLog,
  type BundleStream,
  cosign,
  encodeDirectoryEntry,
  formatCheckpoint,
  formatNote,
  formatVkey,
  type LogNote,
  logNoteValue,
  mapProofToJson,
  parseNote,
  signNote,
  type Trust,
  toBase64,
} from "@suzheng/log-format";
import {
  type Hash,
  hashLeaf,
  inclusionProof,
  inclusionProofs,
  mapKey,
  proveInMap,
  type StoredMap,
  type StoredTree,
} from "@suzheng/merkle";
import { type SampleSigner, sampleSigner, sha256 } from "./node-crypto.fixture.ts";
import { type LogState, sampleMap, sampleTree } from "./sample-log.fixture.ts";

/** When the first witness saw the newest directory; each next one 10 seconds later. */
const SEEN_FROM = "2026-11-22T04:00:05.000Z";
export const ORIGIN = "suzheng.example/log/directory";
export const DIRECTORY_SIGNER = sampleSigner(ORIGIN, "ed25519");
export const WITNESSES = ["jiangcheng.example", "linhai.example", "beiyuan.example"].map((name) =>
  sampleSigner(name, "cosignature"),
);

export const TRUST: Trust = {
  format: "suzheng-trust/1",
  directory: { origin: ORIGIN, vkey: formatVkey(DIRECTORY_SIGNER.key) },
  logs: "suzheng.example/log/",
  policy: {
    witnesses: WITNESSES.map(({ key }) => ({ name: key.name, vkey: formatVkey(key) })),
    quorum: 2,
  },
};

export type DirectoryState = {
  entry: string;
  index: number;
  root: Hash;
  tree: StoredTree;
  map: StoredMap;
  logs: LogState[];
};

/** The directory over invented logs; each `note` is one entry. */
export function sampleDirectory() {
  const tree = sampleTree();
  const map = sampleMap();
  const entries: string[] = [];
  const states = new Map<string, LogState>();

  async function note(notedAt: string, changed: LogState[]): Promise<DirectoryState> {
    for (const state of changed) states.set(state.note.log, state);
    const notes: LogNote[] = changed.map((state) => state.note);
    const logsRoot = await map.put(
      notes.map((one) => ({ key: mapKey(sha256, one.log), value: logNoteValue(sha256, one) })),
    );
    const entry = encodeDirectoryEntry({
      format: "suzheng-directory/1",
      notedAt,
      logsRoot: toBase64(logsRoot),
      notes,
    });
    entries.push(entry);
    const root = await tree.append([hashLeaf(sha256, new TextEncoder().encode(entry))]);
    return {
      ...{ entry, index: entries.length - 1, root },
      ...{ tree: tree.at(entries.length), map: map.state(), logs: [...states.values()] },
    };
  }
  return { note };
}

/** The directory's checkpoint, signed and cosigned at consecutive seconds. */
export function signedCheckpoint(
  { root, index }: Pick<DirectoryState, "root" | "index">,
  {
    origin = ORIGIN,
    signer = DIRECTORY_SIGNER,
    witnesses = WITNESSES.slice(0, 2),
  }: { origin?: string; signer?: SampleSigner; witnesses?: SampleSigner[] } = {},
): string {
  const text = formatCheckpoint({ origin, size: index + 1, root });
  const signed = parseNote(signNote(text, signer));
  if (signed.outcome === "malformed") throw new Error(signed.detail.en);
  const seconds = Date.parse(SEEN_FROM) / 1000;
  const lines = witnesses.map(({ key, sign }, i) =>
    cosign(text, { key, sign, timestamp: seconds + 10 * i }),
  );
  return formatNote({ text, signatures: [...signed.value.signatures, ...lines] });
}

/** What to put into a bundle: streams by log. */
export type Wanted = {
  number: string;
  institution: string;
  streams: { log: string; stream: string }[];
};

export async function sampleBundle(state: DirectoryState, wanted: Wanted): Promise<Bundle> {
  const inclusion = await inclusionProof(state.tree, state.index);
  const logIds = [...new Set(wanted.streams.map(({ log }) => log))];
  return {
    format: "suzheng-proof/1",
    subject: { kind: "certificate", institution: wanted.institution, number: wanted.number },
    directory: {
      checkpoint: signedCheckpoint(state),
      index: state.index,
      entry: state.entry,
      inclusion: inclusion.map(toBase64),
    },
    logs: await Promise.all(logIds.map((log) => bundleLog(state, log, wanted))),
    disclosures: [],
  };
}

async function bundleLog(state: DirectoryState, id: string, wanted: Wanted): Promise<BundleLog> {
  const log = state.logs.find(({ note }) => note.log === id);
  if (log === undefined) throw new Error(`no log ${id}`);
  const streams = wanted.streams.filter((one) => one.log === id);
  return {
    note: log.note,
    noteProof: mapProofToJson(await proveInMap(state.map, mapKey(sha256, id))),
    streams: await Promise.all(streams.map(({ stream }) => bundleStream(log, stream))),
  };
}

async function bundleStream(log: LogState, stream: string): Promise<BundleStream> {
  const acts = log.acts.filter((act) => act.stream === stream);
  const proofs = await inclusionProofs(
    log.tree,
    acts.map(({ index }) => index),
  );
  return {
    stream,
    mapProof: mapProofToJson(await proveInMap(log.map, mapKey(sha256, stream))),
    events: acts.map(({ index, entry }, i) => ({
      index,
      entry,
      inclusion: (proofs[i] ?? []).map(toBase64),
    })),
  };
}
