import type { RecordedAct } from "../application/act.ts";
import type {
  KnownRequest,
  LogBatch,
  LogHead,
  LogStore,
  LogTransaction,
  Opening,
  StreamHead,
} from "../application/log-store.ts";
import type { Database } from "./database.ts";
import { toStoredEntry } from "./published-snapshots.ts";

/** Brings the tables that answer questions up to date, in the transaction that records the acts. */
export type Projector = (
  database: Database,
  institution: string,
  acts: readonly RecordedAct[],
) => Promise<void>;

// Lookups of many keys go through `lateral … limit`: the planner guesses a thousand keys and would
// otherwise read whole tables for a handful of them.
const HEAD = `
  select size, frontier, frozen_because from logs where institution = $1 for update`;

const REQUESTS = `
  select r.submitter, r.request_id, r.digest, r.first_index, r.acts
  from rows from (string_to_table($2, E'\\n'), string_to_table($3, E'\\n')) as k(submitter, request_id)
  cross join lateral (
    select * from requests
    where institution = $1 and submitter = k.submitter and request_id = k.request_id limit 1
  ) r`;

const STREAM_HEADS = `
  select k.stream, e.index, e.version, e.leaf_hash
  from string_to_table($2, E'\\n') as k(stream)
  cross join lateral (
    select index, version, leaf_hash from entries
    where institution = $1 and stream = k.stream
    order by version desc limit 1
  ) e`;

const RECEIPTS = `
  select stream, index, version, leaf_hash from entries
  where institution = $1 and index >= $2 and index < $3 order by index`;

const OPENINGS = `
  select p.name, p.value, p.public, p.commitment, p.salt
  from json_to_recordset($2::json) as k(name text, value text)
  cross join lateral (
    select * from personal_values
    where institution = $1 and name = k.name and value = k.value order by commitment limit 1
  ) p`;

const INSERT_ENTRIES = `
  insert into entries (institution, index, stream, version, leaf_hash, entry)
  select $1, $2::bigint + n - 1, stream, version, substring($5::bytea from ((n - 1) * 32 + 1)::int for 32), entry
  from rows from (
    string_to_table($3, E'\\n'), unnest($4::int[]), string_to_table($6, E'\\n')
  ) with ordinality as k(stream, version, entry, n)`;

const INSERT_REQUESTS = `
  insert into requests (institution, submitter, request_id, digest, first_index, acts)
  select $1, submitter, request_id, substring($4::bytea from ((n - 1) * 32 + 1)::int for 32),
    first_index, acts
  from rows from (
    string_to_table($2, E'\\n'), string_to_table($3, E'\\n'),
    unnest($5::bigint[]), unnest($6::int[])
  ) with ordinality as k(submitter, request_id, first_index, acts, n)`;

const INSERT_OPENINGS = `
  insert into personal_values (institution, commitment, name, value, salt, public)
  select $1, commitment, name, value, decode(salt, 'hex'), public
  from json_to_recordset($2::json)
    as k(commitment text, name text, value text, salt text, public boolean)
  on conflict do nothing`;

const UPDATE_HEAD = `update logs set size = $2, frontier = $3 where institution = $1`;

type HeadRow = { size: number; frontier: Buffer; frozen_because: string | null };
type StreamRow = { stream: string; index: number; version: number; leaf_hash: Buffer };

const toStreamHead = (row: StreamRow): StreamHead => ({
  stream: row.stream,
  index: row.index,
  version: row.version,
  leafHash: row.leaf_hash,
});

function logTransaction(
  database: Database,
  institution: string,
  project: Projector,
): LogTransaction {
  return {
    async head(): Promise<LogHead | null> {
      const [row] = await database.query<HeadRow>(HEAD, [institution]);
      if (row === undefined) return null;
      return { size: row.size, frontier: row.frontier, frozenBecause: row.frozen_because };
    },
    async requests(keys) {
      if (keys.length === 0) return [];
      const rows = await database.query<{
        submitter: string;
        request_id: string;
        digest: Buffer;
        first_index: number;
        acts: number;
      }>(REQUESTS, [
        institution,
        keys.map((key) => key.submitter).join("\n"),
        keys.map((key) => key.requestId).join("\n"),
      ]);
      return rows.map(
        (row): KnownRequest => ({
          submitter: row.submitter,
          requestId: row.request_id,
          digest: row.digest,
          firstIndex: row.first_index,
          acts: row.acts,
        }),
      );
    },
    async streamHeads(streams) {
      if (streams.length === 0) return [];
      const rows = await database.query<StreamRow>(STREAM_HEADS, [institution, streams.join("\n")]);
      return rows.map(toStreamHead);
    },
    async receipts(firstIndex, count) {
      const rows = await database.query<StreamRow>(RECEIPTS, [
        institution,
        firstIndex,
        firstIndex + count,
      ]);
      return rows.map(toStreamHead);
    },
    async openings(values) {
      if (values.length === 0) return [];
      const keys = values.map(({ name, value }) => ({ name, value }));
      return database.query<Opening>(OPENINGS, [institution, JSON.stringify(keys)]);
    },
    write: (batch) => writeBatch(database, batch, project),
  };
}

/**
 * All statements are sent at once; they run in this order, and the first that fails fails the
 * batch.
 */
async function writeBatch(database: Database, batch: LogBatch, project: Projector): Promise<void> {
  const { institution, acts, head } = batch;
  await Promise.all([
    writeEntries(database, batch),
    writeRequests(database, batch),
    writeOpenings(database, batch),
    project(database, institution, acts),
    database.query(UPDATE_HEAD, [institution, head.size, head.frontier]),
  ]);
}

async function writeEntries(database: Database, batch: LogBatch): Promise<void> {
  const { institution, acts, entries } = batch;
  const first = acts[0];
  if (first === undefined) return;
  await database.query(INSERT_ENTRIES, [
    institution,
    first.index,
    acts.map((act) => act.stream).join("\n"),
    acts.map((act) => act.version),
    Buffer.concat(acts.map((act) => act.leafHash)),
    entries.join("\n"),
  ]);
}

async function writeRequests(database: Database, batch: LogBatch): Promise<void> {
  const { institution, requests } = batch;
  if (requests.length === 0) return;
  await database.query(INSERT_REQUESTS, [
    institution,
    requests.map(({ submitter }) => submitter).join("\n"),
    requests.map(({ requestId }) => requestId).join("\n"),
    Buffer.concat(requests.map(({ digest }) => digest)),
    requests.map(({ firstIndex }) => firstIndex),
    requests.map((request) => request.acts),
  ]);
}

async function writeOpenings(database: Database, batch: LogBatch): Promise<void> {
  const { institution, openings } = batch;
  if (openings.length === 0) return;
  const rows = openings.map((opening) => ({
    ...opening,
    salt: Buffer.from(opening.salt).toString("hex"),
  }));
  await database.query(INSERT_OPENINGS, [institution, JSON.stringify(rows)]);
}

export function postgresLogStore(database: Database, project: Projector): LogStore {
  return {
    transact: (institution, work) =>
      database.transaction((inside) => work(logTransaction(inside, institution, project))),
    async open(institution) {
      await database.query(`insert into logs (institution) values ($1) on conflict do nothing`, [
        institution,
      ]);
    },
    async freeze(institution, because) {
      await database.query(`update logs set frozen_because = $2 where institution = $1`, [
        institution,
        because,
      ]);
    },
    heads: () =>
      database.query<{ institution: string; size: number }>(`select institution, size from logs`),
    async entries(institution, from, to) {
      const rows = await database.query<{
        index: number;
        stream: string;
        leaf_hash: Buffer;
        entry: string;
      }>(
        `select index, stream, leaf_hash, entry from entries
         where institution = $1 and index >= $2 and index < $3 order by index`,
        [institution, from, to],
      );
      return rows.map(toStoredEntry);
    },
  };
}
