import { type DirectoryEntry, parseDirectoryEntry } from "@suzheng/log-format";
import {
  bytesEqual,
  consistencyProof,
  frontierFromTiles,
  frontierRoot,
  rootFromTiles,
  serializeFrontier,
} from "@suzheng/merkle";
import { laterOf, type Now } from "../application/clock.ts";
import type { LastSignedStore, SignedTree } from "../application/ledger/last-signed.ts";
import type { LogKeys } from "../application/ledger/log-keys.ts";
import {
  DIRECTORY,
  type PendingLog,
  type PublishedTree,
  type TreeChange,
} from "../application/ledger/publication-store.ts";
import type { Witnesses } from "../application/ledger/witnesses.ts";
import { nextDirectoryEntry } from "./append-to-directory.ts";
import { guardKey, LOG_KEY_LOST } from "./guard-key.ts";
import { withTilesInPlace } from "./lay-out-again.ts";
import { layOutLog, layOutTree, type PublishingStores } from "./lay-out-log.ts";
import { LogDamage } from "./log-damage.ts";
import { logFolder, publishedTree } from "./log-files.ts";
import { publishKeys, readPublishedKeys } from "./published-keys.ts";
import { sha256 } from "./sha256.ts";
import { signCheckpoint } from "./sign-checkpoint.ts";
import { BACKUP_RESTORED, guardLog } from "./sign-guard.ts";

/**
 * A directory without changes is noted again after this time, so that silence is told from
 * staleness.
 */
const HEARTBEAT_MS = 60_000;
/** Servers' clocks differ by less. */
const CLOCK_BEHIND_MS = 5_000;
/** Notes in one directory entry; an entry has 65,535 bytes at most and a note some 180. */
const NOTES_MAX = 250;

export type PublisherParts = PublishingStores & {
  keys: LogKeys;
  lastSigned: LastSignedStore;
  witnesses: Witnesses;
  /** First part of every log's origin line, for example `suzheng.example`. */
  origin: string;
  now: Now;
  /** Told of what stops a log, for the operator. */
  alarm(message: string): void;
};

export type Publisher = {
  /**
   * Freezes every log that no longer extends what was signed. To be called before anything is
   * recorded.
   */
  guard(): Promise<void>;
  /** Publishes what is recorded now. False when another process is at it. */
  publish(): Promise<boolean>;
};

export function createPublisher(given: PublisherParts): Publisher {
  const told = new Set<string>();
  const parts: PublisherParts = {
    ...given,
    alarm(message) {
      if (!told.has(message)) given.alarm(message);
      told.add(message);
    },
  };
  return {
    async guard() {
      const signed = await parts.lastSigned.read();
      await freezeWithoutKey(parts, [...signed.keys()]);
      await thawWithKey(parts);
      await withTilesInPlace(parts, () => guardLogs(parts, signed));
    },
    publish: () =>
      parts.publications.exclusively(() => withTilesInPlace(parts, () => publishOnce(parts))),
  };
}

/**
 * In order: bundles and tiles of the changed logs; one transaction with maps, published sizes and
 * the directory entry; the directory's own tiles; the last-signed record; keys for outsiders;
 * signatures; checkpoints.
 * If we stop after the transaction, the next round finds the directory ahead of its checkpoint and
 * signs it.
 */
async function publishOnce(parts: PublisherParts): Promise<void> {
  const signed = new Map(await parts.lastSigned.read());
  const isSigned = ({ institution, published }: PendingLog) =>
    published !== null || signed.has(institution);
  const grown = (await parts.publications.pending()).filter(isSigned);
  await freezeWithoutKey(parts, grown.map(logOf));
  if (!(await guardLogs(parts, signed))) return;
  const directoryBefore = await parts.publications.published(DIRECTORY);
  const changes: TreeChange[] = [];
  for (const log of await parts.publications.pending()) {
    const change = await layOutSound(parts, log);
    if (change !== null) changes.push(change);
  }
  const last = await parts.publications.checkpoint();
  const unsigned = (directoryBefore?.size ?? 0) > (last?.size ?? 0);
  const stale = last === null || Date.parse(parts.now()) - Date.parse(last.notedAt) >= HEARTBEAT_MS;
  if (changes.length === 0 && !unsigned && !stale) return;
  if (changes.length > 0 || stale) await noteInDirectory(parts, changes);
  await signDirectory(parts, signed, last?.size ?? 0);
}

/**
 * One directory entry, or several when more logs changed than fit into one; each with its logs in
 * one transaction.
 */
async function noteInDirectory(parts: PublisherParts, changes: readonly TreeChange[]) {
  for (let at = 0; at === 0 || at < changes.length; at += NOTES_MAX) {
    const some = changes.slice(at, at + NOTES_MAX);
    // Before anything says that the log was signed: from then on its key is never made again.
    for (const { institution, from } of some) if (from === 0) await parts.keys.make(institution);
    const append = await nextDirectoryEntry(parts.publications, some, await noteTime(parts));
    await parts.publications.record(some, append);
  }
}

/** Never before what the logs say that are noted, even if the clock was set back since. */
async function noteTime({ now, publications, alarm }: PublisherParts): Promise<string> {
  const [present, latest] = [now(), await publications.latest()];
  const behindMs = latest === null ? 0 : Date.parse(latest) - Date.parse(present);
  if (behindMs > CLOCK_BEHIND_MS) {
    alarm(`the clock is behind the logs, which go on at ${latest} until it has caught up`);
  }
  return laterOf(present, latest);
}

/**
 * Compares every log with the memory of what was signed, see `guardLog`; false when the directory
 * itself is frozen, so that nothing can be signed. A log may only fall behind by a restored backup,
 * so it is looked for in all of them.
 */
async function guardLogs(
  parts: PublisherParts,
  signed: ReadonlyMap<string, SignedTree>,
): Promise<boolean> {
  const pending = new Map(
    (await parts.publications.pending()).map((log) => [log.institution, log]),
  );
  for (const { institution, size } of await headsOf(parts, signed)) {
    const memory = signed.get(institution);
    const grown = pending.get(institution);
    if (institution === DIRECTORY || memory === undefined) continue;
    if (grown === undefined && memory.size <= size) continue;
    const published = grown?.published ?? null;
    const verdict = await guardLog(parts.logs, { institution, size, published, signed: memory });
    if (!verdict.ok) await freeze(parts, institution, verdict.because);
  }
  const directory = await parts.publications.published(DIRECTORY);
  return directoryIsSound(parts, signed.get(DIRECTORY), directory);
}

const logOf = ({ institution }: { institution: string }): string => institution;

/** Freezes those of the signed logs whose key is lost, and gives them. */
async function freezeWithoutKey(parts: PublisherParts, logs: readonly string[]) {
  const published = await readPublishedKeys(parts.tiles);
  const lost = new Set<string>();
  for (const log of logs) {
    const verdict = await guardKey({ ...parts, published }, log);
    if (verdict.ok) continue;
    lost.add(log);
    await freeze(parts, log, verdict.because);
  }
  return lost;
}

/** The operator has put keys back. */
async function thawWithKey(parts: PublisherParts): Promise<void> {
  const published = await readPublishedKeys(parts.tiles);
  const found: string[] = [];
  for (const log of (await parts.logs.heads()).map(logOf)) {
    if ((await guardKey({ ...parts, published }, log)).ok) found.push(log);
  }
  await parts.logs.thaw(found, LOG_KEY_LOST);
}

/** Of every log, also of one that was signed but that a restored database has never opened. */
async function headsOf(parts: PublisherParts, signed: ReadonlyMap<string, SignedTree>) {
  const heads = await parts.logs.heads();
  const opened = new Set(heads.map(({ institution }) => institution));
  const missing = [...signed.keys()].filter((log) => log !== DIRECTORY && !opened.has(log));
  for (const institution of missing) await parts.logs.open(institution);
  return [...heads, ...missing.map((institution) => ({ institution, size: 0 }))];
}

/** Null when the log must not be signed; it is frozen then, and the others go on. */
async function layOutSound(parts: PublisherParts, log: PendingLog): Promise<TreeChange | null> {
  try {
    return await layOutLog(parts, log);
  } catch (fault) {
    if (fault instanceof LogDamage) return freeze(parts, log.institution, fault.message);
    throw fault;
  }
}

async function freeze(parts: PublisherParts, institution: string, because: string): Promise<null> {
  await parts.logs.freeze(institution, because);
  const wayOut = because.startsWith(BACKUP_RESTORED) ? "; see `suzheng restore --help`" : "";
  parts.alarm(`log ${institution} is frozen: ${because}${wayOut}`);
  return null;
}

/** Whether the directory in the database still extends what was signed; see `guardLog`. */
async function directoryIsSound(
  parts: PublisherParts,
  memory: SignedTree | undefined,
  published: PublishedTree | null,
): Promise<boolean> {
  if (memory === undefined && published === null) return true;
  if ((await freezeWithoutKey(parts, [DIRECTORY])).size > 0) return false;
  if (memory === undefined) return true;
  const size = published?.size ?? 0;
  let because: string | null = null;
  if (memory.size > size) {
    because = `${BACKUP_RESTORED}: signed at size ${memory.size}, but the database holds ${size} entries: an old backup was restored`;
  } else {
    const root = await rootFromTiles(publishedTree(parts.tiles, DIRECTORY, memory.size));
    if (hex(root) !== memory.root)
      because = "its tiles do not lead to the root that was signed last";
  }
  if (because !== null) await freeze(parts, DIRECTORY, because);
  return because === null;
}

/**
 * Lays out and signs the directory as it stands in the database; also finishes what a crash left
 * unsigned.
 */
async function signDirectory(
  parts: PublisherParts,
  signed: Map<string, SignedTree>,
  oldSize: number,
): Promise<void> {
  const directory = await parts.publications.published(DIRECTORY);
  if (directory === null) return;
  const { size, frontier } = directory;
  const published = oldSize > 0 ? await treeFromTiles(parts, oldSize) : null;
  const laidOut = await layOutTree(parts, { institution: DIRECTORY, size, frontier, published });
  if (!bytesEqual(laidOut.root, directory.root)) {
    throw new LogDamage(DIRECTORY, "the recorded root is not that of the entries");
  }
  const entries = await parts.logs.entries(DIRECTORY, oldSize, size);
  const parsed = entries.map(({ entry }) => readDirectoryEntry(entry));
  const notes = new Map(parsed.flatMap((entry) => entry.notes.map((note) => [note.log, note])));
  for (const note of notes.values()) {
    signed.set(note.log, {
      size: note.size,
      root: Buffer.from(note.root, "base64").toString("hex"),
    });
  }
  signed.set(DIRECTORY, { size, root: hex(directory.root) });
  await parts.lastSigned.write(signed);
  await publishKeys(parts, signed.keys());
  const lost = await freezeWithoutKey(parts, [...notes.keys()]);
  for (const { log, size: logSize, root } of notes.values()) {
    if (lost.has(log)) continue;
    const tree = { size: logSize, root: Buffer.from(root, "base64") };
    const note = await signCheckpoint(parts, log, tree);
    await parts.tiles.replace(`${logFolder(log)}/checkpoint`, Buffer.from(note));
  }
  const note = await cosigned(parts, directory);
  const notedAt = parsed.at(-1)?.notedAt ?? parts.now();
  // The row last: whoever stops before it finds the directory unsigned and does all of this again.
  await parts.tiles.replace(`${logFolder(DIRECTORY)}/checkpoint`, Buffer.from(note));
  await parts.publications.saveCheckpoint({ size, note, notedAt });
}

function readDirectoryEntry(text: string): DirectoryEntry {
  const parsed = parseDirectoryEntry(text);
  if (parsed.outcome === "malformed") throw new LogDamage(DIRECTORY, parsed.detail.en);
  return parsed.value;
}

async function treeFromTiles(parts: PublisherParts, size: number): Promise<PublishedTree> {
  const frontier = await frontierFromTiles(publishedTree(parts.tiles, DIRECTORY, size));
  const root = frontierRoot(sha256, frontier);
  return { size, root, frontier: serializeFrontier(frontier), mapRoot: new Uint8Array() };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

async function cosigned(parts: PublisherParts, directory: PublishedTree): Promise<string> {
  const { size, root } = directory;
  const note = await signCheckpoint(parts, DIRECTORY, { size, root });
  const tree = publishedTree(parts.tiles, DIRECTORY, size);
  const proveFrom = (oldSize: number) => (oldSize > 0 ? consistencyProof(tree, oldSize) : noProof);
  const lines = await parts.witnesses.cosign(note, proveFrom);
  return note + lines.join("");
}

/** To a witness that has seen nothing yet, nothing has to be proven. */
const noProof: Promise<readonly Uint8Array[]> = Promise.resolve([]);
