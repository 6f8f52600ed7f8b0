import type { FsckRow, FsckState } from "../application/fsck.ts";
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

/** States of these streams, as far as there are any. */
export async function statesOf(
  connection: FsckConnection,
  log: string,
  streams: readonly string[],
): Promise<FsckState[]> {
  const query = `select stream, version, state from stream_states
     where institution = ${quote(log)} and stream in (${listOf(streams)})`;
  return mappedRows(connection, query, (row) => ({
    stream: row.text(0),
    version: row.int32(1),
    state: row.text(2),
  }));
}

/** Rows of these certificates, as far as there are any. */
export async function certificatesOf(
  connection: FsckConnection,
  log: string,
  numbers: readonly string[],
): Promise<FsckRow[]> {
  const query = `select number, holder_name, holder_code, organisation_code, item_code, status,
       issued_on::text, valid_until::text, main_number, withheld, last_index, card, holder_search,
       array_to_string(holder_bigrams, ' ')
     from certificates where institution = ${quote(log)} and number in (${listOf(numbers)})`;
  return mappedRows(connection, query, toCertificate);
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
  holder_bigrams: row.text(13),
});
