import type pg from "pg";
import {
  DIRECTORY,
  type DirectoryAppend,
  type PendingLog,
  type PublicationStore,
  type PublishedTree,
  type TreeChange,
} from "../../application/ledger/publication-store.ts";
import { byteaArray, textArray } from "../binary-array.ts";
import type { Database } from "../database.ts";

/** Any fixed number: one publishing process at a time. */
const PUBLISHER_LOCK = 7_305_202;

const PENDING = `
  select l.institution, l.size, l.frontier,
    p.size as published_size, p.root, p.map_root, p.frontier as published_frontier
  from logs l left join published p using (institution)
  where l.institution <> '${DIRECTORY}' and l.size > coalesce(p.size, 0) and l.frozen_because is null
  order by l.institution`;

const PUBLISH = `
  insert into published (institution, size, root, map_root, frontier, published_at)
  values ($1, $2, $3, $4, $5, now())
  on conflict (institution) do update
    set size = excluded.size, root = excluded.root, map_root = excluded.map_root,
      frontier = excluded.frontier, published_at = excluded.published_at
    where published.size = $6
  returning size`;

const WRITE_MAP_TILES = `
  insert into map_tiles (institution, prefix, tile)
  select $1, substring(prefix from 2), decode(tile, 'base64')
  from rows from (string_to_table($2, E'\\n'), string_to_table($3, E'\\n')) as k(prefix, tile)
  on conflict (institution, prefix) do update set tile = excluded.tile`;

type TreeRow = { size: number; root: Buffer; map_root: Buffer; frontier: Buffer };
type PendingRow = {
  institution: string;
  size: number;
  frontier: Buffer;
  published_size: number | null;
  root: Buffer;
  map_root: Buffer;
  published_frontier: Buffer;
};

function toPending(row: PendingRow): PendingLog {
  const published =
    row.published_size === null
      ? null
      : {
          size: row.published_size,
          root: row.root,
          mapRoot: row.map_root,
          frontier: row.published_frontier,
        };
  return { institution: row.institution, size: row.size, frontier: row.frontier, published };
}

async function writeChange(database: Database, change: TreeChange): Promise<void> {
  const { institution, tree, mapTiles } = change;
  const written = await database.query(PUBLISH, [
    institution,
    tree.size,
    tree.root,
    tree.mapRoot,
    tree.frontier,
    change.from,
  ]);
  if (written.length === 0) throw new Error(`another publisher has moved \`${institution}\` on`);
  if (mapTiles.size === 0) return;
  // Marked with a slash: the root tile's prefix is empty, and an empty text splits into no lines.
  const prefixes = [...mapTiles.keys()].map((prefix) => `/${prefix}`).join("\n");
  const tiles = [...mapTiles.values()].map((tile) => Buffer.from(tile).toString("base64"));
  await database.query(WRITE_MAP_TILES, [institution, prefixes, tiles.join("\n")]);
}

async function writeDirectory(database: Database, directory: DirectoryAppend): Promise<void> {
  const { change, lines, notedAt } = directory;
  await database.query(
    `insert into entries (institution, index, stream, version, leaf_hash, entry)
     select $1, index, $1, index + 1, leaf_hash, entry
     from unnest($2::bigint[], $3::bytea[], $4::text[]) as k(index, leaf_hash, entry)`,
    [
      DIRECTORY,
      lines.map(({ index }) => index),
      byteaArray(lines.map(({ leafHash }) => leafHash)),
      textArray(lines.map(({ entry }) => entry)),
    ],
  );
  await database.query(
    `insert into logs (institution, size, frontier, recorded_at) values ($1, $2, $3, $4)
     on conflict (institution) do update set size = excluded.size, frontier = excluded.frontier,
       recorded_at = excluded.recorded_at`,
    [DIRECTORY, change.tree.size, change.tree.frontier, notedAt],
  );
  await writeChange(database, change);
}

/** The reading part, also for snapshots. */
export function readPublications(
  database: Database,
): Pick<PublicationStore, "published" | "readMapTiles" | "checkpoint"> {
  return {
    async published(institution): Promise<PublishedTree | null> {
      const [row] = await database.query<TreeRow>(
        "select size, root, map_root, frontier from published where institution = $1",
        [institution],
      );
      if (row === undefined) return null;
      return { size: row.size, root: row.root, mapRoot: row.map_root, frontier: row.frontier };
    },
    async readMapTiles(institution, prefixes) {
      const rows = await database.query<{ prefix: string; tile: Buffer }>(
        `select prefix, tile from map_tiles where institution = $1 and prefix = any($2::text[])`,
        [institution, prefixes],
      );
      return new Map(rows.map((row) => [row.prefix, row.tile]));
    },
    async checkpoint() {
      const [row] = await database.query<{ size: number; note: string; noted_at: Date }>(
        "select size, note, noted_at from directory_checkpoint",
      );
      if (row === undefined) return null;
      return { size: row.size, note: row.note, notedAt: row.noted_at.toISOString() };
    },
  };
}

export function postgresPublicationStore(database: Database, pool: pg.Pool): PublicationStore {
  return {
    ...readPublications(database),
    async exclusively(work) {
      const client = await pool.connect();
      try {
        const { rows } = await client.query<{ mine: boolean }>(
          "select pg_try_advisory_lock($1) as mine",
          [PUBLISHER_LOCK],
        );
        if (rows[0]?.mine !== true) return false;
        try {
          await work();
          return true;
        } finally {
          await client.query("select pg_advisory_unlock($1)", [PUBLISHER_LOCK]);
        }
      } finally {
        client.release();
      }
    },
    pending: async () => (await database.query<PendingRow>(PENDING)).map(toPending),
    async latest() {
      const [row] = await database.query<{ latest: string | null }>(
        "select max(recorded_at) as latest from logs",
      );
      return row?.latest ?? null;
    },
    async record(changes, directory) {
      await database.transaction(async (inside) => {
        for (const change of changes) await writeChange(inside, change);
        await writeDirectory(inside, directory);
      });
    },
    async saveCheckpoint({ size, note, notedAt }) {
      await database.query(
        `insert into directory_checkpoint (size, note, noted_at) values ($1, $2, $3)
         on conflict (only_row) do update
           set size = excluded.size, note = excluded.note, noted_at = excluded.noted_at
           where directory_checkpoint.size <= excluded.size`,
        [size, note, notedAt],
      );
    },
  };
}
