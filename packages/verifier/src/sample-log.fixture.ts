import { type Entry, encodeEntry, type LogNote, toBase64, toBase64Url } from "@suzheng/log-format";
import {
  growTiles,
  type Hash,
  hashLeaf,
  logMapValue,
  mapKey,
  rootFromTiles,
  type StoredMap,
  type StoredTree,
  tilePath,
  updateMap,
} from "@suzheng/merkle";
import { sha256 } from "./node-crypto.fixture.ts";

/**
 * Tiles in memory, one state after the other: nothing is overwritten, so old states can be proven.
 */
export function sampleTree() {
  const tiles = new Map<string, Uint8Array>();
  const leafHashes: Hash[] = [];
  const at = (size: number): StoredTree => ({
    sha256,
    size,
    readTiles: async (wanted) =>
      wanted.map((tile) => {
        const full = tilePath({ ...tile, width: 256 });
        const bytes = tiles.get(tilePath(tile)) ?? tiles.get(full);
        if (bytes === undefined) throw new Error(`no ${full}`);
        return bytes;
      }),
  });
  return {
    leafHashes,
    at,
    async append(hashes: readonly Hash[]): Promise<Hash> {
      for (const { tile, bytes } of await growTiles(at(leafHashes.length), hashes)) {
        tiles.set(tilePath(tile), bytes);
      }
      leafHashes.push(...hashes);
      return rootFromTiles(at(leafHashes.length));
    },
  };
}

/** A map whose states all stay readable. */
export function sampleMap() {
  let tiles = new Map<string, Uint8Array>();
  const state = (): StoredMap => {
    const seen = tiles;
    return {
      sha256,
      readTiles: async (prefixes) =>
        new Map([...seen].filter(([prefix]) => prefixes.includes(prefix))),
    };
  };
  return {
    state,
    async put(changes: { key: Hash; value: Hash }[]): Promise<Hash> {
      const update = await updateMap({ ...state(), changes });
      tiles = new Map([...tiles, ...update.tiles]);
      return update.root;
    },
  };
}

export type SampleAct = Pick<Entry, "stream" | "type" | "occurredOn" | "data" | "commitments">;
export type RecordedAct = { index: number; entry: string; leafHash: Hash; stream: string };

/** What was published of a log at one time, enough to prove anything in it. */
export type LogState = { note: LogNote; tree: StoredTree; map: StoredMap; acts: RecordedAct[] };

/** What a dishonest log says besides. */
export type Lie = Partial<Pick<Entry, "version" | "previous" | "recordedAt">>;

/** The log of an invented institution, recorded at noon of `occurredOn` or after that. */
export function sampleLog(log: string) {
  const acts: RecordedAct[] = [];
  const tree = sampleTree();
  const map = sampleMap();
  let published = 0;

  let newest = "";

  function record(act: SampleAct, lie: Lie = {}): RecordedAct {
    const earlier = acts.filter(({ stream }) => stream === act.stream);
    const before = earlier.at(-1);
    const previous =
      before === undefined ? null : { index: before.index, hash: toBase64Url(before.leafHash) };
    const noon = `${act.occurredOn}T12:00:00.000Z`;
    newest = lie.recordedAt ?? (noon > newest ? noon : newest);
    const entry = encodeEntry({
      ...{ format: "suzheng-entry/1", log, schema: 1, submitter: "cli", ...act },
      ...{ version: earlier.length + 1, previous },
      recordedAt: newest,
      ...lie,
    });
    const leafHash = hashLeaf(sha256, new TextEncoder().encode(entry));
    const recorded = { index: acts.length, entry, leafHash, stream: act.stream };
    acts.push(recorded);
    return recorded;
  }

  /** The map names the last act of each stream, or of these alone. */
  async function publish(newest?: readonly number[]): Promise<LogState> {
    const added = acts.slice(published);
    const inMap = newest === undefined ? added : newest.flatMap((index) => acts[index] ?? []);
    published = acts.length;
    const root = await tree.append(added.map(({ leafHash }) => leafHash));
    const mapRoot = await map.put(
      inMap.map(({ stream, index, leafHash }) => ({
        key: mapKey(sha256, stream),
        value: logMapValue(sha256, index, leafHash),
      })),
    );
    const note = { log, size: published, root: toBase64(root), mapRoot: toBase64(mapRoot) };
    return { note, tree: tree.at(published), map: map.state(), acts: acts.slice() };
  }

  return { log, record, publish };
}
