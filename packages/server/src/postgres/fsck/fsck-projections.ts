import { certificateStream } from "@suzheng/certification";
import type { FsckRow, FsckState, StreamRange } from "../../application/fsck.ts";
import { type CopiedRow, copyRows, type FsckConnection, quote } from "./fsck-copy.ts";

/** Names are plain nearly always; then nothing is looked for in each. */
const listOf = (texts: readonly string[]): string =>
  /['\\]/.test(texts.join("")) ? texts.map(quote).join(",") : `'${texts.join("','")}'`;

/** Nothing of the items may be a view on the row. */
async function mappedRows<Item>(
  { client, memories }: FsckConnection,
  query: string,
  toItem: (row: CopiedRow) => Item,
): Promise<Item[]> {
  const memory = memories.take();
  const items = await copyRows({ client, memory }, query, toItem);
  memories.giveBack(memory);
  return items;
}

const states = (connection: FsckConnection, log: string, wanted: string) =>
  mappedRows(
    connection,
    `select stream, version, state from stream_states
     where institution = ${quote(log)} and ${wanted}`,
    (row): FsckState => ({ stream: row.text(0), version: row.int32(1), state: row.text(2) }),
  );

/** States of these streams, as far as there are any. */
export const statesOf = (connection: FsckConnection, log: string, streams: readonly string[]) =>
  states(connection, log, `stream in (${listOf(streams)})`);

const within = (column: string, { from, until }: StreamRange): string =>
  until === null
    ? `${column} >= ${quote(from)}`
    : `${column} >= ${quote(from)} and ${column} < ${quote(until)}`;

export const statesIn = (connection: FsckConnection, log: string, range: StreamRange) =>
  states(connection, log, within("stream", range));

const certificates = (connection: FsckConnection, log: string, wanted: string) =>
  mappedRows(
    connection,
    `select number, holder_name, holder_code, organisation_code, item_code, status,
       issued_on::text, valid_until::text, main_number, withheld, last_index, card, holder_search,
       holder_initials, array_to_string(holder_fragments, ' ')
     from certificates where institution = ${quote(log)} and ${wanted}`,
    toCertificate,
  );

/** Rows of these certificates, as far as there are any. */
export const certificatesOf = (
  connection: FsckConnection,
  log: string,
  numbers: readonly string[],
) => certificates(connection, log, `number in (${listOf(numbers)})`);

const CERTIFICATE = certificateStream("");
const BEHIND_CERTIFICATES = `${CERTIFICATE.slice(0, -1)}0`; // a zero comes after a slash

/** Numbers of the certificates whose streams are in the range, where names are in byte order. */
function numbersIn({ from, until }: StreamRange): StreamRange | null {
  if (from >= BEHIND_CERTIFICATES || (until !== null && until <= CERTIFICATE)) return null;
  const numberOf = (stream: string) => stream.slice(CERTIFICATE.length);
  return {
    from: from <= CERTIFICATE ? "" : numberOf(from),
    until: until === null || until >= BEHIND_CERTIFICATES ? null : numberOf(until),
  };
}

export async function certificatesIn(
  connection: FsckConnection,
  log: string,
  range: StreamRange,
): Promise<FsckRow[]> {
  const numbers = numbersIn(range);
  return numbers === null ? [] : certificates(connection, log, within("number", numbers));
}

const toCertificate = (row: CopiedRow): FsckRow => ({
  number: row.text(0),
  holder_name: row.text(1),
  holder_code: row.text(2),
  organisation_code: row.text(3),
  item_code: row.text(4),
  status: row.text(5),
  issued_on: row.text(6),
  valid_until: row.text(7),
  main_number: row.isNull(8) ? null : row.text(8),
  withheld: row.boolean(9),
  last_index: row.int64(10),
  card: row.latin1(11),
  holder_search: row.text(12),
  holder_initials: row.isNull(13) ? null : row.text(13),
  holder_fragments: row.text(14),
});
