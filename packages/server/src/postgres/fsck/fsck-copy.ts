import pg from "pg";
import { type CopiedMessages, MESSAGE_HEADER_BYTES } from "./fsck-socket.ts";

/** Signature, flags and length of an empty extension, PostgreSQL manual "COPY", binary format. */
const HEADER_BYTES = 19;
const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
const FIRST_BYTES = 1 << 16;

/** Where rows are copied to; grows, and is used again for the next page of a large query. */
export type CopyMemory = { bytes: Buffer };

/** Memories that are used again: making large ones keeps the garbage collector busy. */
export type CopyMemories = { take(): CopyMemory; giveBack(memory: CopyMemory): void };

export function copyMemories(): CopyMemories {
  const spare: CopyMemory[] = [];
  return {
    take: () => spare.pop() ?? copyMemory(),
    giveBack: (memory) => spare.push(memory),
  };
}

const copyMemory = (): CopyMemory => ({ bytes: Buffer.allocUnsafe(FIRST_BYTES) });

export type FsckConnection = { client: pg.ClientBase; memories: CopyMemories };

/** Fields of one row as the server keeps them, by place; good until the next row is looked at. */
export type CopiedRow = {
  isNull(field: number): boolean;
  /** A view on the memory; empty for null. */
  bytes(field: number): Buffer;
  text(field: number): string;
  latin1(field: number): string;
  boolean(field: number): boolean;
  int32(field: number): number;
  /** Below 2^53. */
  int64(field: number): number;
  double(field: number): number;
};

/**
 * A query's rows in PostgreSQL's binary copy format, as the messages that bring them: bytes as they
 * are, neither hexadecimal nor decoded. Several times cheaper than a result set for large rows. The
 * query has no parameters; quote with `quote`.
 */
export function copyBytes(
  client: pg.ClientBase,
  query: string,
  memory = copyMemory(),
): Promise<Buffer> {
  let length = 0;
  const take = (chunk: Buffer) => {
    if (length + chunk.length > memory.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * memory.bytes.length, length + chunk.length));
      memory.bytes.copy(larger, 0, 0, length);
      memory.bytes = larger;
    }
    // What comes is a view on memory that the connection uses again.
    memory.bytes.set(chunk, length);
    length += chunk.length;
  };
  return new Promise((resolve, reject) => {
    const copy = new pg.Query(`copy (${query}) to stdout (format binary)`);
    const receiver = copy as unknown as { handleCopyData(message: Copied): void };
    receiver.handleCopyData = (message) => {
      if ("messages" in message) return take(message.messages);
      take(Buffer.alloc(MESSAGE_HEADER_BYTES));
      take(message.chunk);
    };
    copy.on("error", reject);
    copy.on("end", () => resolve(memory.bytes.subarray(0, length)));
    client.query(copy);
  });
}

/** Past the driver or through it, message by message without its header. */
type Copied = CopiedMessages | { chunk: Buffer };

export const quote = (text: string): string => pg.escapeLiteral(text);

/** Exact below 2^53, and without a bigint, which would be garbage. */
export const int64At = (bytes: Buffer, at: number): number =>
  bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);

/** Where the first row begins. */
export const firstRowAt = (bytes: Buffer): number => {
  const at = MESSAGE_HEADER_BYTES;
  const isWhole = bytes.subarray(at, at + SIGNATURE.length).equals(SIGNATURE);
  if (!isWhole) throw new Error("what was copied does not begin as a copy does");
  return at + HEADER_BYTES;
};

/** Where the next row begins after the end of one: each is a message. */
export const rowAfter = (end: number): number => end + MESSAGE_HEADER_BYTES;

type Copying = { client: pg.ClientBase; memory?: CopyMemory };

/** What `toItem` makes of every row. */
export async function copyRows<Item>(
  { client, memory }: Copying,
  query: string,
  toItem: (row: CopiedRow) => Item,
): Promise<Item[]> {
  const bytes = await copyBytes(client, query, memory);
  const items: Item[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const row = rowOf(bytes, starts, ends);
  let at = firstRowAt(bytes);
  while (at < bytes.length) {
    const count = bytes.readInt16BE(at);
    at += 2;
    if (count < 0) break;
    for (let field = 0; field < count; field++) {
      const length = bytes.readInt32BE(at);
      at += 4;
      starts[field] = at;
      // Before its start for null.
      ends[field] = at + length;
      at += Math.max(0, length);
    }
    items.push(toItem(row));
    at = rowAfter(at);
  }
  return items;
}

/** One for all rows: an object for each field of each would keep the garbage collector busy. */
function rowOf(bytes: Buffer, starts: readonly number[], ends: readonly number[]): CopiedRow {
  const start = (field: number) => starts[field] ?? 0;
  const isNull = (field: number) => (ends[field] ?? -1) < start(field);
  const end = (field: number) => (isNull(field) ? start(field) : (ends[field] ?? 0));
  return {
    isNull,
    bytes: (field) => bytes.subarray(start(field), end(field)),
    text: (field) => bytes.toString("utf8", start(field), end(field)),
    latin1: (field) => bytes.toString("latin1", start(field), end(field)),
    boolean: (field) => !isNull(field) && bytes[start(field)] === 1,
    int32: (field) => bytes.readInt32BE(start(field)),
    int64: (field) => int64At(bytes, start(field)),
    double: (field) => bytes.readDoubleBE(start(field)),
  };
}

/**
 * Pages by a query each; the next one is fetched while the present one is looked at, into the
 * memory of the one before: a page is only good until the next one is asked for.
 */
export async function* pagesAhead<Page>(
  memories: CopyMemories,
  fetch: (last: Page | null, memory: CopyMemory) => Promise<Page | null>,
): AsyncGenerator<Page> {
  let [present, next] = [memories.take(), memories.take()];
  let coming = fetch(null, present);
  try {
    for (;;) {
      const page = await coming;
      if (page === null) return;
      coming = fetch(page, next);
      [present, next] = [next, present];
      // A failure is met at the next turn; until then nobody waits for it.
      coming.catch(() => {});
      yield page;
    }
  } finally {
    // Whoever leaves early leaves a query that still writes.
    await coming.catch(() => {});
    memories.giveBack(present);
    memories.giveBack(next);
  }
}
