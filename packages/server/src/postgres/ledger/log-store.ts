import type { PersonalValue } from "../../application/act.ts";
import type {
  CertificateNumber,
  InLog,
  KnownRequest,
  LogBatch,
  LogHead,
  LogStore,
  LogTransaction,
  Opening,
  StreamHead,
} from "../../application/ledger/log-store.ts";
import type { ActInLog } from "../act-in-log.ts";
import { byteaArray, textArray } from "../binary-array.ts";
import type { Database } from "../database.ts";
import { toStoredEntry } from "./published-snapshots.ts";

/** Brings the tables that answer questions up to date, in the transaction that records the acts. */
export type Projector = (database: Database, acts: readonly ActInLog[]) => Promise<void>;

const HEADS_WAITING = `
  select institution, size, frontier, frozen_because, recorded_at from logs
  where institution = any($1::text[]) order by institution for update`;

const HEADS_FREE = `${HEADS_WAITING} skip locked`;

// Lookups of many keys go through `lateral … limit`: the planner guesses a thousand keys and would
// otherwise read whole tables for a handful of them.
const REQUESTS = `
  select k.institution, r.submitter, r.request_id, r.digest, r.first_index, r.acts
  from unnest($1::text[], $2::text[], $3::text[]) as k(institution, submitter, request_id)
  cross join lateral (
    select * from requests
    where institution = k.institution and submitter = k.submitter and request_id = k.request_id
    limit 1
  ) r`;

const STREAM_HEADS = `
  select k.institution, k.stream, e.index, e.version, e.leaf_hash
  from unnest($1::text[], $2::text[]) as k(institution, stream)
  cross join lateral (
    select index, version, leaf_hash from entries
    where institution = k.institution and stream = k.stream
    order by version desc limit 1
  ) e`;

const RECEIPTS = `
  select stream, index, version, leaf_hash, entry::json ->> 'recordedAt' as recorded_at from entries
  where institution = $1 and index >= $2 and index < $3 order by index`;

const COMMITMENTS = `
  select k.n, p.commitment
  from unnest($1::text[], $2::text[], $3::text[]) with ordinality as k(institution, name, value, n)
  cross join lateral (
    select commitment from personal_values
    where institution = k.institution and name = k.name and value = k.value
    order by commitment limit 1
  ) p`;

// In the order of numbers, so that two writers with the same numbers never wait for each other.
const CLAIM_NUMBERS = `
  insert into certificate_numbers (number, institution)
  select number, institution from unnest($1::text[], $2::text[]) as k(institution, number)
  order by number
  on conflict (number) do nothing
  returning number, institution`;

const NUMBERS_OF_OTHERS = `
  select k.institution, k.number from unnest($1::text[], $2::text[]) as k(institution, number)
  cross join lateral (
    select 1 from certificate_numbers
    where number = k.number and institution <> k.institution limit 1
  ) c`;

const RELEASE_NUMBERS = `
  delete from certificate_numbers n
  using unnest($1::text[], $2::text[]) as k(institution, number)
  where n.number = k.number and n.institution = k.institution`;

const INSERT_ENTRIES = `
  insert into entries (institution, index, stream, version, leaf_hash, entry)
  select * from unnest($1::text[], $2::bigint[], $3::text[], $4::int[], $5::bytea[], $6::text[])`;

const INSERT_REQUESTS = `
  insert into requests (institution, submitter, request_id, digest, first_index, acts)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::bytea[], $5::bigint[], $6::int[])`;

// The salt is new, so a commitment meets no other.
const INSERT_OPENINGS = `
  insert into personal_values (institution, commitment, name, value, salt, public)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::boolean[])`;

const UPDATE_HEADS = `
  update logs set size = k.size, frontier = k.frontier, recorded_at = k.recorded_at
  from unnest($1::text[], $2::bigint[], $3::bytea[], $4::text[])
    as k(institution, size, frontier, recorded_at)
  where logs.institution = k.institution`;

type StreamRow = { stream: string; index: number; version: number; leaf_hash: Buffer };

const toStreamHead = (row: StreamRow): StreamHead => ({
  stream: row.stream,
  index: row.index,
  version: row.version,
  leafHash: row.leaf_hash,
});

const inLogs = (things: readonly InLog<object>[]) =>
  textArray(things.map(({ institution }) => institution));

function logTransaction(database: Database, project: Projector): LogTransaction {
  return {
    async heads(institutions, wait) {
      const rows = await database.query<
        InLog<{
          size: number;
          frontier: Buffer;
          frozen_because: string | null;
          recorded_at: string | null;
        }>
      >(wait ? HEADS_WAITING : HEADS_FREE, [institutions]);
      return rows.map(
        ({ frozen_because: frozenBecause, recorded_at: recordedAt, ...row }): InLog<LogHead> => ({
          ...row,
          frozenBecause,
          recordedAt,
        }),
      );
    },
    async requests(keys) {
      if (keys.length === 0) return [];
      const rows = await database.query<
        InLog<{
          submitter: string;
          request_id: string;
          digest: Buffer;
          first_index: number;
          acts: number;
        }>
      >(REQUESTS, [
        inLogs(keys),
        textArray(keys.map(({ submitter }) => submitter)),
        textArray(keys.map(({ requestId }) => requestId)),
      ]);
      return rows.map(
        ({ request_id: requestId, first_index: firstIndex, ...row }): InLog<KnownRequest> => ({
          ...row,
          requestId,
          firstIndex,
        }),
      );
    },
    async streamHeads(keys) {
      if (keys.length === 0) return [];
      const rows = await database.query<InLog<StreamRow>>(STREAM_HEADS, [
        inLogs(keys),
        textArray(keys.map(({ stream }) => stream)),
      ]);
      return rows.map((row) => ({ institution: row.institution, ...toStreamHead(row) }));
    },
    async receipts(institution, firstIndex, count) {
      const rows = await database.query<StreamRow & { recorded_at: string }>(RECEIPTS, [
        institution,
        firstIndex,
        firstIndex + count,
      ]);
      return rows.map((row) => ({ ...toStreamHead(row), recordedAt: row.recorded_at }));
    },
    commitments: (values) => readCommitments(database, values),
    ...numberClaims(database),
    write: (batches) => writeBatches(database, batches, project),
  };
}

async function readCommitments(
  database: Database,
  values: readonly InLog<PersonalValue>[],
): Promise<(string | null)[]> {
  if (values.length === 0) return [];
  const rows = await database.query<{ n: number; commitment: string }>(COMMITMENTS, [
    inLogs(values),
    textArray(values.map(({ name }) => name)),
    textArray(values.map(({ value }) => value)),
  ]);
  const found = new Map(rows.map(({ n, commitment }) => [n - 1, commitment]));
  return values.map((_, i) => found.get(i) ?? null);
}

type NumberClaims = Pick<LogTransaction, "claimNumbers" | "releaseNumbers">;

const numberClaims = (database: Database): NumberClaims => ({
  async claimNumbers(keys) {
    if (keys.length === 0) return { fresh: [], ofOthers: [] };
    const values = [inLogs(keys), textArray(keys.map(({ number }) => number))];
    const [fresh, ofOthers] = await Promise.all([
      database.query<CertificateNumber>(CLAIM_NUMBERS, values),
      database.query<CertificateNumber>(NUMBERS_OF_OTHERS, values),
    ]);
    return { fresh, ofOthers };
  },
  async releaseNumbers(keys) {
    if (keys.length === 0) return;
    await database.query(RELEASE_NUMBERS, [
      inLogs(keys),
      textArray(keys.map(({ number }) => number)),
    ]);
  },
});

/**
 * All statements are sent at once; they run in this order, and the first that fails fails the
 * batch.
 */
async function writeBatches(
  database: Database,
  batches: readonly LogBatch[],
  project: Projector,
): Promise<void> {
  const of = <Thing extends object>(pick: (batch: LogBatch) => readonly Thing[]) =>
    batches.flatMap((batch) =>
      pick(batch).map((thing): InLog<Thing> => ({ ...thing, institution: batch.institution })),
    );
  const acts = of(({ acts }) => acts);
  await Promise.all([
    writeEntries(
      database,
      acts,
      batches.flatMap(({ entries }) => entries),
    ),
    writeRequests(
      database,
      of(({ requests }) => requests),
    ),
    writeOpenings(
      database,
      of(({ openings }) => openings),
    ),
    project(database, acts),
    database.query(UPDATE_HEADS, [
      inLogs(batches),
      batches.map(({ head }) => head.size),
      byteaArray(batches.map(({ head }) => head.frontier)),
      batches.map(({ head }) => head.recordedAt),
    ]),
  ]);
}

async function writeEntries(
  database: Database,
  acts: readonly ActInLog[],
  entries: readonly Uint8Array[],
): Promise<void> {
  if (acts.length === 0) return;
  await database.query(INSERT_ENTRIES, [
    inLogs(acts),
    acts.map(({ index }) => index),
    textArray(acts.map(({ stream }) => stream)),
    acts.map(({ version }) => version),
    byteaArray(acts.map(({ leafHash }) => leafHash)),
    textArray(entries),
  ]);
}

async function writeRequests(
  database: Database,
  requests: readonly InLog<KnownRequest>[],
): Promise<void> {
  if (requests.length === 0) return;
  await database.query(INSERT_REQUESTS, [
    inLogs(requests),
    textArray(requests.map(({ submitter }) => submitter)),
    textArray(requests.map(({ requestId }) => requestId)),
    byteaArray(requests.map(({ digest }) => digest)),
    requests.map(({ firstIndex }) => firstIndex),
    requests.map((request) => request.acts),
  ]);
}

async function writeOpenings(
  database: Database,
  openings: readonly InLog<Opening>[],
): Promise<void> {
  if (openings.length === 0) return;
  await database.query(INSERT_OPENINGS, [
    inLogs(openings),
    textArray(openings.map(({ commitment }) => commitment)),
    textArray(openings.map(({ name }) => name)),
    textArray(openings.map(({ value }) => value)),
    byteaArray(openings.map(({ salt }) => salt)),
    openings.map((opening) => opening.public),
  ]);
}

export function postgresLogStore(database: Database, project: Projector): LogStore {
  return {
    transact: (work) => database.transaction((inside) => work(logTransaction(inside, project))),
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
    async thaw(institutions, code) {
      await database.query(
        `update logs set frozen_because = null
         where institution = any($1) and starts_with(frozen_because, $2 || ':')`,
        [institutions, code],
      );
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
