import type pg from "pg";
import type {
  FsckLog,
  FsckOpening,
  FsckParticipation,
  FsckRow,
  FsckSnapshot,
  FsckStore,
} from "../../application/fsck.ts";
import {
  type CopiedRow,
  copyMemories,
  copyRows,
  type FsckConnection,
  pagesAhead,
  quote,
} from "./fsck-copy.ts";
import { pagesByIndex, pagesByStream, streamRanges } from "./fsck-entry-pages.ts";
import { certificatesIn, certificatesOf, statesIn, statesOf } from "./fsck-projections.ts";
import { pauseLogsOf, pausesOf, ruleIndexOf, rulesOf, ruleVersionsOf } from "./fsck-rules.ts";
import { strayLogs, strayProjections, strayRequests } from "./fsck-strays.ts";

const ROWS_AT_A_TIME = 4096;

const LOGS = `
  select l.institution, l.size, l.frontier, l.frozen_because, l.recorded_at,
    p.size as published_size, p.root, p.map_root, p.frontier as published_frontier
  from logs l left join published p using (institution) order by l.institution`;

// A quotation mark inside a text is escaped, so only names of fields match.
const EVIDENCE = `
  select named[1] as hash, min(index)::int8 as index
  from entries, regexp_matches(entry,
    '"(?:contentHash|certificatesHash)":"([0-9a-f]{64})"', 'g') as named
  where institution = $1
    and stream in (select 'rule/' || rule from rules where institution = $1)
  group by 1 order by 2`;

const pages = <Item>(
  { client, memories }: FsckConnection,
  queryAfter: (last: Item | null) => string,
  toItem: (row: CopiedRow) => Item,
): AsyncGenerator<Item[]> =>
  pagesAhead<Item[]>(memories, async (before, memory) => {
    if (before !== null && before.length < ROWS_AT_A_TIME) return null;
    const query = `${queryAfter(before?.at(-1) ?? null)} limit ${ROWS_AT_A_TIME}`;
    const items = await copyRows({ client, memory }, query, toItem);
    return items.length === 0 ? null : items;
  });

const openingPages = (connection: FsckConnection, log: string) =>
  pages<FsckOpening>(
    connection,
    (last) => `select commitment, name, value, salt from personal_values
      where institution = ${quote(log)}
        ${last === null ? "" : `and commitment > ${quote(last.commitment)}`}
      order by commitment`,
    toOpening,
  );

const toOpening = (row: CopiedRow): FsckOpening => ({
  commitment: row.text(0),
  name: row.text(1),
  value: row.text(2),
  salt: row.bytes(3),
});

const keyOf = ({ person, startsAt, number, stage }: FsckParticipation): string =>
  [person, startsAt, number, stage].map(quote).join(", ");

const participationPages = (connection: FsckConnection, log: string) =>
  pages<FsckParticipation>(
    connection,
    (last) => `select person, starts_at, number, stage, ends_at, holder from participations
      where institution = ${quote(log)}
        ${last === null ? "" : `and (person, starts_at, number, stage) > (${keyOf(last)})`}
      order by person, starts_at, number, stage`,
    toParticipation,
  );

const toParticipation = (row: CopiedRow): FsckParticipation => ({
  person: row.text(0),
  startsAt: row.text(1),
  number: row.text(2),
  stage: row.text(3),
  endsAt: row.text(4),
  holder: row.text(5),
});

type LogRow = {
  institution: string;
  size: number;
  frontier: Buffer;
  frozen_because: string | null;
  recorded_at: string | null;
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
  recordedAt: row.recorded_at,
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
  const query = `select prefix, tile from map_tiles where institution = ${quote(log)} and ${wanted}`;
  return new Map(await copyRows({ client }, query, (row) => [row.text(0), row.bytes(1)] as const));
}

async function rowsOf<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await client.query<Row>(sql, [...values])).rows;
}

function snapshotOf(connection: FsckConnection, moment: string): FsckSnapshot {
  const { client } = connection;
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
    entries: (log) => pagesByIndex(connection, log),
    entriesByStream: (log, range) => pagesByStream(connection, log, range),
    streamRanges: (log, streams) => streamRanges(client, log, streams),
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
    openings: (log) => openingPages(connection, log),
    states: (log, streams) => statesOf(connection, log, streams),
    statesIn: (log, range) => statesIn(connection, log, range),
    certificates: (log, numbers) => certificatesOf(connection, log, numbers),
    certificatesIn: (log, range) => certificatesIn(connection, log, range),
    participations: (log) => participationPages(connection, log),
    async institution(log) {
      const sql = "select * from institutions where approval_number = $1";
      return (await rowsOf<FsckRow>(client, sql, [log]))[0] ?? null;
    },
    evidence: (log) => rowsOf(client, EVIDENCE, [log]),
    rules: (log) => rulesOf(client, log),
    ruleVersions: (log) => ruleVersionsOf(client, log),
    ruleIndex: (log) => ruleIndexOf(client, log),
    pauses: (log) => pausesOf(client, log),
    pauseLogs: (id) => pauseLogsOf(client, id),
    strayRequests: (log, limit) => strayRequests(client, log, limit),
    strayProjections: (log, asked) => strayProjections(client, log, asked),
    strayLogs: () => strayLogs(client),
  };
}

/**
 * Rows of every institution, whoever owns the tables. Large tables are read in the order of an
 * index, page by page: a bitmap would be made and sorted again for each page.
 */
const SETTINGS = `select set_config('suzheng.across', 'on', true),
  set_config('enable_bitmapscan', 'off', true)`;

const BEGIN = "begin transaction isolation level repeatable read, read only";

const joining = (moment: string | undefined): string[] =>
  moment === undefined ? [] : [`set transaction snapshot ${quote(moment)}`];

/** Reads in one read-only transaction, so that a running server does not disturb. */
export function postgresFsckStore(pool: Pick<pg.Pool, "connect">): FsckStore {
  const memories = copyMemories();
  return {
    async at(work, moment) {
      const client = await pool.connect();
      try {
        // In one message: jobs are many and short.
        await client.query([BEGIN, ...joining(moment), SETTINGS].join("; "));
        const sql = "select pg_export_snapshot() as moment";
        const [row] = moment === undefined ? await rowsOf<{ moment: string }>(client, sql) : [];
        const result = await work(snapshotOf({ client, memories }, moment ?? row?.moment ?? ""));
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
