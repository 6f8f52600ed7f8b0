import type { FsckRow, FsckState } from "../application/fsck.ts";
import {
  bytesAt,
  type CopiedRow,
  copyRows,
  type FsckConnection,
  quote,
  textAt,
} from "./fsck-copy.ts";

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
  const rows = await copyRows(client, query, memory);
  const items = rows.map(toItem);
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
    stream: textAt(row, 0),
    version: bytesAt(row, 1).readInt32BE(),
    state: textAt(row, 2),
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
  number: textAt(row, 0),
  holder_name: textAt(row, 1),
  holder_code: textAt(row, 2),
  organisation_code: textAt(row, 3),
  item_code: textAt(row, 4),
  status: textAt(row, 5),
  issued_on: textAt(row, 6),
  valid_until: textAt(row, 7),
  main_number: row[8]?.toString("utf8") ?? null,
  withheld: bytesAt(row, 9)[0] === 1,
  last_index: Number(bytesAt(row, 10).readBigInt64BE()),
  card: bytesAt(row, 11).toString("latin1"),
  holder_search: textAt(row, 12),
  holder_bigrams: textAt(row, 13),
});
