import { setTimeout as wait } from "node:timers/promises";
import {
  BUNDLE_FORMAT,
  type Bundle,
  type BundleDisclosure,
  type BundleLog,
  type BundleStream,
  type BundleSubject,
  type LogNote,
  mapProofToJson,
  parseEntry,
  ruleStream,
  toBase64,
} from "@suzheng/log-format";
import { inclusionProofs, mapKey, proveInMap, proveManyInMap } from "@suzheng/merkle";
import type { StoredEntry } from "../application/ledger/log-store.ts";
import type {
  Prover,
  PublishedSnapshot,
  PublishedSnapshots,
} from "../application/ledger/proofs.ts";
import { DIRECTORY, type PublishedTree } from "../application/ledger/publication-store.ts";
import type { TileStore } from "../application/ledger/tile-store.ts";
import { publishedTree } from "./log-files.ts";
import { sha256 } from "./sha256.ts";

/**
 * Between recording a directory entry and signing it there are some milliseconds; then it is asked
 * again.
 */
const SIGNING_WAIT_MS = 25;
const SIGNING_TRIES = 80;

type Asked = { subject: BundleSubject; log: string; streams: readonly string[] };

export function createProver(snapshots: PublishedSnapshots, tiles: TileStore): Prover {
  async function prove(asked: Asked): Promise<Bundle | null> {
    for (let tries = 0; tries < SIGNING_TRIES; tries++) {
      const bundle = await snapshots.at((snapshot) => proveAt(snapshot, tiles, asked));
      if (bundle !== "signing") return bundle;
      await wait(SIGNING_WAIT_MS);
    }
    throw new Error("the directory has not been signed for two seconds");
  }
  return {
    prove: (number, log, streams) =>
      prove({ subject: { kind: "certificate", institution: log, number }, log, streams }),
    proveRule: (institution, rule) =>
      prove({
        subject: { kind: "rule", institution, rule },
        log: institution,
        streams: [ruleStream(rule)],
      }),
  };
}

async function proveAt(
  snapshot: PublishedSnapshot,
  tiles: TileStore,
  { subject, log, streams }: Asked,
): Promise<Bundle | null | "signing"> {
  const checkpoint = await snapshot.checkpoint();
  const directory = await snapshot.published(DIRECTORY);
  const published = await snapshot.published(log);
  if (checkpoint === null || directory === null || published === null) return null;
  if (checkpoint.size !== directory.size) return "signing";
  const index = directory.size - 1;
  const [newest] = await snapshot.entries(DIRECTORY, index, index + 1);
  if (newest === undefined) throw new Error("the directory has its newest entry");
  const tree = publishedTree(tiles, DIRECTORY, directory.size);
  const [inclusion = []] = await inclusionProofs(tree, [index]);
  const entries = await snapshot.streamEntries(log, streams, published.size);
  return {
    format: BUNDLE_FORMAT,
    subject,
    directory: {
      checkpoint: checkpoint.note,
      index,
      entry: newest.entry,
      inclusion: inclusion.map(toBase64),
    },
    logs: [await proveLog({ snapshot, tiles, published }, { log, streams, entries })],
    disclosures: await disclosuresOf(snapshot, log, entries),
  };
}

type Sources = { snapshot: PublishedSnapshot; tiles: TileStore; published: PublishedTree };

async function proveLog(
  { snapshot, tiles, published }: Sources,
  asked: { log: string; streams: readonly string[]; entries: readonly StoredEntry[] },
): Promise<BundleLog> {
  const { log, streams, entries } = asked;
  const { size, root, mapRoot } = published;
  const note: LogNote = { log, size, root: toBase64(root), mapRoot: toBase64(mapRoot) };
  const directoryMap = {
    sha256,
    readTiles: (prefixes: readonly string[]) => snapshot.readMapTiles(DIRECTORY, prefixes),
  };
  const logMap = {
    sha256,
    readTiles: (prefixes: readonly string[]) => snapshot.readMapTiles(log, prefixes),
  };
  const noteProof = await proveInMap(directoryMap, mapKey(sha256, log));
  const keys = streams.map((stream) => mapKey(sha256, stream));
  const mapProofs = await proveManyInMap(logMap, keys);
  const indexes = entries.map(({ index }) => index);
  const paths = await inclusionProofs(publishedTree(tiles, log, size), indexes);
  const inclusionOf = new Map(indexes.map((index, i) => [index, paths[i]?.map(toBase64) ?? []]));
  return {
    note,
    noteProof: mapProofToJson(noteProof),
    streams: streams.map((stream, i): BundleStream => {
      const mapProof = mapProofs[i];
      if (mapProof === undefined) throw new Error("every stream has a map proof");
      const events = entries.filter((entry) => entry.stream === stream);
      return {
        stream,
        mapProof: mapProofToJson(mapProof),
        events: events.map(({ index, entry }) => ({
          index,
          entry,
          inclusion: inclusionOf.get(index) ?? [],
        })),
      };
    }),
  };
}

/** Commitments of an entry, by name. */
export function commitmentsOf(entry: string): Readonly<Record<string, string>> {
  const parsed = parseEntry(entry);
  return parsed.outcome === "parsed" ? (parsed.value.commitments ?? {}) : {};
}

async function disclosuresOf(
  snapshot: PublishedSnapshot,
  log: string,
  entries: readonly StoredEntry[],
): Promise<BundleDisclosure[]> {
  const places = entries.flatMap(({ index, entry }) =>
    Object.entries(commitmentsOf(entry)).map(([name, commitment]) => ({ index, name, commitment })),
  );
  const openings = await snapshot.publicOpenings(
    log,
    places.map(({ commitment }) => commitment),
  );
  const opened = new Map(openings.map((opening) => [opening.commitment, opening]));
  return places.flatMap(({ index, name, commitment }) => {
    const opening = opened.get(commitment);
    if (opening === undefined) return [];
    const salt = Buffer.from(opening.salt).toString("base64url");
    return [{ log, index, name, value: opening.value, salt }];
  });
}
