import type pg from "pg";
import type {
  FsckLog,
  FsckOpening,
  FsckParticipation,
  FsckRow,
  FsckSnapshot,
  FsckState,
  FsckStore,
} from "../application/fsck.ts";
import { type CopiedRow, copyRows, quote } from "./fsck-copy.ts";
import { pagesByIndex, pagesByStream } from "./fsck-entry-pages.ts";
import { strayLogs, strayProjections, strayRequests } from "./fsck-strays.ts";

const ROWS_AT_A_TIME = 4096;

const LOGS = `
  select l.institution, l.size, l.frontier, l.frozen_because,
    p.size as published_size, p.root, p.map_root, p.frontier as published_frontier
  from logs l left join published p using (institution) order by l.institution`;

const NOTHING = Buffer.alloc(0);

const bytesAt = (row: CopiedRow, field: number): Buffer => row[field] ?? NOTHING;
const textAt = (row: CopiedRow, field: number): string => bytesAt(row, field).toString("utf8");

/** Pages of a query, the next one fetched while the present one is looked at. */
async function* pages(
  client: pg.ClientBase,
  pageAfter: (last: CopiedRow | null) => string,
): AsyncGenerator<CopiedRow[]> {
  let coming = copyRows(client, pageAfter(null));
  for (;;) {
    const page = await coming;
    const last = page.at(-1);
    if (last === undefined) return;
    coming = copyRows(client, pageAfter(last));
    // A failure is met at the next turn; until then nobody waits for it.
    coming.catch(() => {});
    yield page;
  }
}

async function* mapped<Item>(
  rows: AsyncIterable<CopiedRow[]>,
  toItem: (row: CopiedRow) => Item,
): AsyncGenerator<Item[]> {
  for await (const page of rows) yield page.map(toItem);
}

const openingPages = (client: pg.ClientBase, log: string) =>
  pages(
    client,
    (last) => `select commitment, name, value, salt from personal_values
      where institution = ${quote(log)}
        ${last === null ? "" : `and commitment > ${quote(textAt(last, 0))}`}
      order by commitment limit ${ROWS_AT_A_TIME}`,
  );

const toOpening = (row: CopiedRow): FsckOpening => ({
  commitment: textAt(row, 0),
  name: textAt(row, 1),
  value: textAt(row, 2),
  salt: bytesAt(row, 3),
});

const participationPages = (client: pg.ClientBase, log: string) =>
  pages(client, (last) => {
    const key = last === null ? [] : [0, 1, 2, 3].map((field) => quote(textAt(last, field)));
    return `select person, starts_at, number, stage, ends_at, holder, days from participations
      where institution = ${quote(log)}
        ${last === null ? "" : `and (person, starts_at, number, stage) > (${key.join(", ")})`}
      order by person, starts_at, number, stage limit ${ROWS_AT_A_TIME}`;
  });

const toParticipation = (row: CopiedRow): FsckParticipation => ({
  person: textAt(row, 0),
  startsAt: textAt(row, 1),
  number: textAt(row, 2),
  stage: textAt(row, 3),
  endsAt: textAt(row, 4),
  holder: textAt(row, 5),
  days: bytesAt(row, 6).readDoubleBE(0),
});

type LogRow = {
  institution: string;
  size: number;
  frontier: Buffer;
  frozen_because: string | null;
  published_size: number | null;
  root: Buffer;
  map_root: Buffer;
  published_frontier: Buffer;
};

const toLog = (row: LogRow): FsckLog => ({
  log: row.institution,
  size: row.size,
  frontier: row.frontier,
  frozenBecause: row.frozen_because,
  published:
    row.published_size === null
      ? null
      : {
          size: row.published_size,
          root: row.root,
          mapRoot: row.map_root,
          frontier: row.published_frontier,
        },
});

async function mapTiles(
  client: pg.ClientBase,
  log: string,
  wanted: string,
): Promise<Map<string, Buffer>> {
  const rows = await copyRows(
    client,
    `select prefix, tile from map_tiles where institution = ${quote(log)} and ${wanted}`,
  );
  return new Map(rows.map((row) => [textAt(row, 0), bytesAt(row, 1)]));
}

async function rowsOf<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await client.query<Row>(sql, [...values])).rows;
}

function snapshotOf(client: pg.ClientBase, moment: string): FsckSnapshot {
  return {
    moment,
    logs: async () => (await rowsOf<LogRow>(client, LOGS)).map(toLog),
    async checkpoint() {
      const [row] = await rowsOf<{ size: number; note: string; noted_at: Date }>(
        client,
        "select size, note, noted_at from directory_checkpoint",
      );
      if (row === undefined) return null;
      return { size: row.size, note: row.note, notedAt: row.noted_at.toISOString() };
    },
    entries: (log) => pagesByIndex(client, log),
    entriesByStream: (log) => pagesByStream(client, log),
    mapTiles: (log, prefix, withBelow) =>
      mapTiles(
        client,
        log,
        withBelow ? `prefix like ${quote(`${prefix}%`)}` : `prefix = ${quote(prefix)}`,
      ),
    async countMapTiles(log) {
      const sql = "select count(*) as tiles from map_tiles where institution = $1";
      const [row] = await rowsOf<{ tiles: number }>(client, sql, [log]);
      return row?.tiles ?? 0;
    },
    openings: (log) => mapped(openingPages(client, log), toOpening),
    states: (log, streams) =>
      rowsOf<FsckState>(
        client,
        `select stream, version, state from stream_states
         where institution = $1 and stream = any($2::text[])`,
        [log, streams],
      ),
    certificates: (log, numbers) =>
      rowsOf<FsckRow>(
        client,
        `select number, holder_name, holder_code, organisation_code, item_code, status, issued_on,
           valid_until, main_number, withheld, last_index, card, holder_search,
           array_to_string(holder_bigrams, ' ') as holder_bigrams
         from certificates where institution = $1 and number = any($2::text[])`,
        [log, numbers],
      ),
    participations: (log) => mapped(participationPages(client, log), toParticipation),
    async institution(log) {
      const sql = "select * from institutions where approval_number = $1";
      return (await rowsOf<FsckRow>(client, sql, [log]))[0] ?? null;
    },
    strayRequests: (log, limit) => strayRequests(client, log, limit),
    strayProjections: (log, limit) => strayProjections(client, log, limit),
    strayLogs: () => strayLogs(client),
  };
}

/** Reads in one read-only transaction, so that a running server does not disturb. */
export function postgresFsckStore(pool: Pick<pg.Pool, "connect">): FsckStore {
  return {
    async at(work, moment) {
      const client = await pool.connect();
      try {
        await client.query("begin transaction isolation level repeatable read, read only");
        if (moment !== undefined) {
          await client.query(`set transaction snapshot ${quote(moment)}`);
        }
        const sql = "select pg_export_snapshot() as moment";
        const [row] = moment === undefined ? await rowsOf<{ moment: string }>(client, sql) : [];
        const result = await work(snapshotOf(client, moment ?? row?.moment ?? ""));
        await client.query("commit");
        return result;
      } catch (fault) {
        await client.query("rollback").catch(() => {});
        throw fault;
      } finally {
        client.release();
      }
    },
  };
}
