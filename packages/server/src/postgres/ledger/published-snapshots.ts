import type { Opening, StoredEntry } from "../../application/ledger/log-store.ts";
import type { PublishedSnapshot, PublishedSnapshots } from "../../application/ledger/proofs.ts";
import type { Database } from "../database.ts";
import { readPublications } from "./publication-store.ts";

type EntryRow = { index: number; stream: string; leaf_hash: Buffer; entry: string };

export const toStoredEntry = (row: EntryRow): StoredEntry => ({
  index: row.index,
  stream: row.stream,
  leafHash: row.leaf_hash,
  entry: row.entry,
});

function snapshotOf(database: Database): PublishedSnapshot {
  return {
    ...readPublications(database),
    async streamEntries(institution, streams, size) {
      const rows = await database.query<EntryRow>(
        `select index, stream, leaf_hash, entry from entries
         where institution = $1 and stream = any($2::text[]) and index < $3 order by index`,
        [institution, streams, size],
      );
      return rows.map(toStoredEntry);
    },
    async entries(institution, from, to) {
      const rows = await database.query<EntryRow>(
        `select index, stream, leaf_hash, entry from entries
         where institution = $1 and index >= $2 and index < $3 order by index`,
        [institution, from, to],
      );
      return rows.map(toStoredEntry);
    },
    publicOpenings: (institution, commitments) =>
      database.query<Opening>(
        `select name, value, salt, public, commitment from personal_values
         where institution = $1 and commitment = any($2::text[]) and public`,
        [institution, commitments],
      ),
  };
}

export function postgresSnapshots(database: Database): PublishedSnapshots {
  return {
    at: (work) =>
      database.transaction(async (inside) => {
        await inside.query("set transaction isolation level repeatable read, read only");
        return work(snapshotOf(inside));
      }),
  };
}
