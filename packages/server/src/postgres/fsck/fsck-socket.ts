import { Socket } from "node:net";
import type pg from "pg";
import { openPool } from "../database.ts";

/** What a server sends at once is rarely more. */
const READ_BYTES = 1 << 18;
/** Type and length of a message, PostgreSQL manual "Message Formats". */
export const MESSAGE_HEADER_BYTES = 5;
const COPY_DATA = 0x64;
const NOTHING = Buffer.alloc(0);

/** Whole CopyData messages with their headers, or parts of one; good until it returns. */
type OnCopied = (chunk: Buffer) => void;

/**
 * Tells copied rows from everything else that a server sends, without looking at each row and
 * without memory for each: what the driver does of both keeps the garbage collector busy.
 */
export function divideCopied(onCopied: OnCopied, onRest: (chunk: Buffer) => void) {
  let headerPart = NOTHING;
  /** Bytes of the present message that have not come yet. */
  let left = 0;
  let isCopied = false;
  return (chunk: Buffer): void => {
    const bytes = headerPart.length === 0 ? chunk : Buffer.concat([headerPart, chunk]);
    headerPart = NOTHING;
    let from = 0;
    let at = Math.min(left, bytes.length);
    left -= at;
    const handOn = () => {
      if (at > from) (isCopied ? onCopied : onRest)(bytes.subarray(from, at));
      from = at;
    };
    while (at + MESSAGE_HEADER_BYTES <= bytes.length) {
      const isNextCopied = bytes[at] === COPY_DATA;
      if (isNextCopied !== isCopied) handOn();
      isCopied = isNextCopied;
      const end = at + 1 + bytes.readUInt32BE(at + 1);
      left = Math.max(0, end - bytes.length);
      at = Math.min(end, bytes.length);
    }
    handOn();
    headerPart = Buffer.from(bytes.subarray(at));
  };
}

/** A message of copied rows that came past the driver, see `CopyQuery`. */
export type CopiedMessages = { messages: Buffer };

type Driven = { connection: NodeJS.EventEmitter & { stream: Socket } };

/** Reads into one memory again and again. */
function copySocket(): Socket {
  const divide = divideCopied(
    (chunk) => socket.emit("copied", chunk),
    // The driver keeps parts of messages.
    (chunk) => socket.emit("data", Buffer.from(chunk)),
  );
  const socket = new Socket({
    onread: {
      buffer: Buffer.allocUnsafeSlow(READ_BYTES),
      callback(length, buffer) {
        divide(Buffer.from(buffer.buffer, buffer.byteOffset, length));
        return true;
      },
    },
  });
  return socket;
}

/** Connections for copying much; an encrypted one leaves all of it to the driver. */
export function openCopyPool(connectionString: string, connectionsMax: number): pg.Pool {
  // The driver calls it with its options, which its types leave out.
  const stream = (options?: { ssl?: unknown }) => (options?.ssl ? new Socket() : copySocket());
  const pool = openPool(connectionString, connectionsMax, { stream });
  pool.on("connect", (client) => {
    const { connection } = client as unknown as Driven;
    connection.stream.on("copied", (messages: Buffer) => {
      connection.emit("copyData", { messages } satisfies CopiedMessages);
    });
  });
  return pool;
}
