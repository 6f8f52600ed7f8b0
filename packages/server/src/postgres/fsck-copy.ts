import pg from "pg";

/** Signature, flags and length of an empty extension, PostgreSQL manual "COPY", binary format. */
const HEADER_BYTES = 19;
const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");

/** Fields of one row as the server keeps them; null stays null. */
export type CopiedRow = (Buffer | null)[];

/**
 * Rows of a query in PostgreSQL's binary copy format: bytes as they are, neither hexadecimal nor
 * decoded. Several times cheaper than a result set for large rows. The query has no parameters;
 * quote with `quote`.
 */
export function copyRows(client: pg.ClientBase, query: string): Promise<CopiedRow[]> {
  const rows: CopiedRow[] = [];
  return new Promise((resolve, reject) => {
    const copy = new pg.Query(`copy (${query}) to stdout (format binary)`);
    // A message is a view on memory that the connection uses again.
    const receiver = copy as unknown as { handleCopyData(message: { chunk: Buffer }): void };
    receiver.handleCopyData = ({ chunk }) => readRows(Buffer.from(chunk), rows);
    copy.on("error", reject);
    copy.on("end", () => resolve(rows));
    client.query(copy);
  });
}

export const quote = (text: string): string => pg.escapeLiteral(text);

/** One message holds the header and the first row, or whole rows, or the end mark. */
function readRows(chunk: Buffer, rows: CopiedRow[]): void {
  let at = chunk.subarray(0, SIGNATURE.length).equals(SIGNATURE) ? HEADER_BYTES : 0;
  while (at < chunk.length) {
    const count = chunk.readInt16BE(at);
    at += 2;
    if (count < 0) return;
    const row: CopiedRow = [];
    for (let field = 0; field < count; field++) {
      const length = chunk.readInt32BE(at);
      at += 4;
      row.push(length < 0 ? null : chunk.subarray(at, at + length));
      at += Math.max(0, length);
    }
    rows.push(row);
  }
}
