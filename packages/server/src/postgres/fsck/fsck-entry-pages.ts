import type pg from "pg";
import type { FsckPage, StreamRange } from "../../application/fsck.ts";
import {
  copyBytes,
  type FsckConnection,
  firstRowAt,
  int64At,
  pagesAhead,
  quote,
  rowAfter,
} from "./fsck-copy.ts";

/** A multiple of a bundle. */
const ROWS_AT_A_TIME = 1024;
const COLUMNS = "index, version, stream, leaf_hash, entry";

const INDEX = 0;
const VERSION = 1;
const STREAM = 2;
const LEAF_HASH = 3;
const ENTRY = 4;
const FIELDS = 5;

/** Reads where each field of each row starts and ends; the bytes stay where they are. */
function pageOf(bytes: Buffer): FsckPage {
  const starts = new Int32Array(ROWS_AT_A_TIME * FIELDS);
  const ends = new Int32Array(ROWS_AT_A_TIME * FIELDS);
  let count = 0;
  for (let at = firstRowAt(bytes); at < bytes.length && bytes.readInt16BE(at) >= 0; count++) {
    at += 2;
    for (let field = 0; field < FIELDS; field++) {
      const length = Math.max(0, bytes.readInt32BE(at));
      starts[count * FIELDS + field] = at + 4;
      at += 4 + length;
      ends[count * FIELDS + field] = at;
    }
    at = rowAfter(at);
  }
  const start = (row: number, field: number) => starts[row * FIELDS + field] ?? 0;
  const view = (row: number, field: number) =>
    bytes.subarray(start(row, field), ends[row * FIELDS + field]);
  return {
    count,
    // Negative ones are found by their place.
    index: (row) => int64At(bytes, start(row, INDEX)),
    version: (row) => bytes.readInt32BE(start(row, VERSION)),
    stream: (row) => view(row, STREAM),
    leafHash: (row) => view(row, LEAF_HASH),
    entry: (row) => view(row, ENTRY),
  };
}

const pages = (
  { client, memories }: FsckConnection,
  queryAfter: (last: FsckPage | null) => string,
): AsyncGenerator<FsckPage> =>
  pagesAhead<FsckPage>(memories, async (last, memory) => {
    if (last !== null && last.count < ROWS_AT_A_TIME) return null;
    const query = `${queryAfter(last)} limit ${ROWS_AT_A_TIME}`;
    const page = pageOf(await copyBytes(client, query, memory));
    return page.count === 0 ? null : page;
  });

export const pagesByIndex = (connection: FsckConnection, log: string): AsyncGenerator<FsckPage> =>
  pages(connection, (last) => {
    const after = last === null ? "" : `and index > ${last.index(last.count - 1)}`;
    return `select ${COLUMNS} from entries
      where institution = ${quote(log)} ${after} order by index`;
  });

export const pagesByStream = (
  connection: FsckConnection,
  log: string,
  { from, until }: StreamRange,
): AsyncGenerator<FsckPage> =>
  pages(connection, (last) => {
    const row = (last?.count ?? 0) - 1;
    const after =
      last === null
        ? `stream >= ${quote(from)}`
        : `(stream, version) > (${quote(last.stream(row).toString())}, ${last.version(row)})`;
    return `select ${COLUMNS} from entries
      where institution = ${quote(log)} and ${after}
        ${until === null ? "" : `and stream < ${quote(until)}`} order by stream, version`;
  });

/** Where to cut comes from a projection; wherever it is, every name is in one range. */
export async function streamRanges(
  client: pg.ClientBase,
  log: string,
  streams: number,
): Promise<StreamRange[]> {
  const { rows } = await client.query<{ stream: string }>(
    `select stream
     from (select stream, row_number() over (order by stream) as place
       from stream_states where institution = $1) s
     where place > 1 and place % $2 = 1 order by stream`,
    [log, streams],
  );
  const cuts = rows.map(({ stream }) => stream);
  return ["", ...cuts].map((from, i) => ({ from, until: cuts[i] ?? null }));
}
