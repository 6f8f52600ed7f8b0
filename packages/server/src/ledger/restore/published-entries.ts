import { decodeEntryBundle, TILE_WIDTH, tilePath } from "@suzheng/merkle";
import type { TileStore } from "../../application/ledger/tile-store.ts";
import { logFolder } from "../log-files.ts";
import { CannotRestore } from "./cannot-restore.ts";

/** Entries that follow each other, of one bundle. */
export type EntryPage = { first: number; entries: readonly Uint8Array[] };

type Reading = { log: string; from: number; size: number };

/** Entries of a published log from one index to its end at `size`, a bundle at a time. */
export async function* publishedEntries(
  files: Pick<TileStore, "read">,
  { log, from, size }: Reading,
): AsyncGenerator<EntryPage> {
  for (let first = from; first < size; ) {
    const index = Math.floor(first / TILE_WIDTH);
    const start = index * TILE_WIDTH;
    const width = Math.min(TILE_WIDTH, size - start);
    const bundle = await readBundle(files, log, { index, width });
    yield { first, entries: bundle.slice(first - start, width) };
    first = start + width;
  }
}

/** The partial bundle of this size, or else the whole one that came after it. */
async function readBundle(
  files: Pick<TileStore, "read">,
  log: string,
  { index, width }: { index: number; width: number },
): Promise<Uint8Array[]> {
  for (const present of new Set([width, TILE_WIDTH])) {
    const path = tilePath({ level: "entries", index, width: present });
    const bytes = await files.read(`${logFolder(log)}/${path}`);
    const entries = bytes === null ? null : decodeEntryBundle(bytes, present);
    if (entries !== null) return entries;
  }
  const path = tilePath({ level: "entries", index, width });
  throw new CannotRestore("published-missing", log, `${logFolder(log)}/${path}`);
}
