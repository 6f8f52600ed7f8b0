import {
  appendToFrontier,
  frontierRoot,
  hashLeaf,
  parseFrontier,
  serializeFrontier,
} from "@suzheng/merkle";
import type { RecordedAct } from "../../application/act.ts";
import type { CertificationStore } from "../../application/certification-store.ts";
import type { SignedTree } from "../../application/ledger/last-signed.ts";
import type { LogHead, LogStore, LogTransaction } from "../../application/ledger/log-store.ts";
import { commitmentOfPerson } from "../fsck/streams/participations.ts";
import { sha256 } from "../sha256.ts";
import { CannotRestore } from "./cannot-restore.ts";
import { type EntryPage, publishedEntries } from "./published-entries.ts";
import type { RestoreParts } from "./restore-parts.ts";
import { readPlaced, toldAct, toldStream } from "./told-act.ts";

export type Stretch = { log: string; from: number; target: SignedTree };

/**
 * Throws CannotRestore unless the published entries lead from what the database holds to the root
 * that was signed: then both are what was signed, entry for entry.
 */
export async function checkStretch(
  { files, logs }: Pick<RestoreParts, "files" | "logs">,
  { log, from, target }: Stretch,
): Promise<void> {
  const { size } = target;
  const frontier = parseFrontier(from, await headFrontier(logs, log));
  for await (const { entries } of publishedEntries(files, { log, from, size })) {
    for (const entry of entries) appendToFrontier(sha256, frontier, hashLeaf(sha256, entry));
  }
  const root = Buffer.from(frontierRoot(sha256, frontier)).toString("hex");
  if (root === target.root) return;
  throw new CannotRestore("published-differs", log, `root ${root} at size ${size}`);
}

const headFrontier = (logs: LogStore, log: string): Promise<Uint8Array> =>
  logs.transact(async (inside) => (await headOf(inside, log)).frontier);

const EMPTY: LogHead = {
  size: 0,
  frontier: new Uint8Array(),
  frozenBecause: null,
  recordedAt: null,
};

async function headOf(logs: LogTransaction, log: string): Promise<LogHead> {
  const [head] = await logs.heads([log], true);
  return head ?? EMPTY;
}

/** Writes the entries back, each bundle in one transaction; whatever ends it, it can go on. */
export async function restoreLog(
  { files, logs, together, onProgress, ...beside }: RestoreParts,
  { log, from, target }: Stretch,
): Promise<void> {
  const { size } = target;
  if (from === 0) await logs.open(log);
  for await (const page of publishedEntries(files, { log, from, size })) {
    await together((recording) =>
      recording.logs.transact((inside) =>
        writePage({ ...beside, logs: inside, store: recording.store, log }, page),
      ),
    );
    const entries = page.first + page.entries.length - from;
    onProgress({ log, entries, entriesTotal: size - from });
  }
}

type Writing = {
  logs: LogTransaction;
  store: CertificationStore;
  log: string;
} & Pick<RestoreParts, "filedClauses" | "personTokens">;

async function writePage(
  { logs, store, log, filedClauses, personTokens }: Writing,
  { first, entries }: EntryPage,
): Promise<void> {
  const head = await headOf(logs, log);
  if (head.size !== first) throw new Error(`\`${log}\` has grown to ${head.size} meanwhile`);
  const read = entries.map((bytes, n) => readPlaced({ log, index: first + n, bytes }));
  const names = [...new Set(read.map(({ entry }) => entry.stream))];
  const stored = await store.states(log, names);
  const streams = new Map(names.map((name) => [name, toldStream(stored.get(name))]));
  const tokens = await personTokens(
    log,
    read.map(({ plain }) => commitmentOfPerson(plain.commitments)),
  );
  const frontier = parseFrontier(first, head.frontier);
  const acts: RecordedAct[] = [];
  for (const one of read) {
    appendToFrontier(sha256, frontier, one.leafHash);
    const stream = streams.get(one.entry.stream) ?? toldStream(undefined);
    acts.push(await toldAct(one, stream, { filedClauses, tokens }));
  }
  await claimNumbers(logs, log, acts);
  const recordedAt = acts.at(-1)?.recordedAt ?? head.recordedAt;
  const grown = { size: frontier.size, frontier: serializeFrontier(frontier), recordedAt };
  const batch = { institution: log, acts, entries, requests: [], openings: [], head: grown };
  await logs.write([batch]);
}

async function claimNumbers(
  logs: LogTransaction,
  institution: string,
  acts: readonly RecordedAct[],
): Promise<void> {
  const numbers = acts.flatMap(({ projection }) => projection.certificate?.number ?? []);
  const fresh = [...new Set(numbers)].map((number) => ({ institution, number }));
  if (fresh.length > 0) await logs.claimNumbers(fresh);
}
