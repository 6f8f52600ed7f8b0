const TEXT = 25;
const BYTEA = 17;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;

/**
 * A parameter `text[]` in PostgreSQL's binary form (array_recv): nothing to escape here, nothing to
 * parse there. Bytes are taken as UTF-8.
 */
export const textArray = (values: readonly (string | Uint8Array)[]): Buffer =>
  arrayOf(TEXT, values);

/** A parameter `bytea[]` in the same form. */
export const byteaArray = (values: readonly Uint8Array[]): Buffer => arrayOf(BYTEA, values);

/** One dimension, no nulls, first index 1; then each value behind its length. Big-endian. */
function arrayOf(elementType: number, values: readonly (string | Uint8Array)[]): Buffer {
  const size = values.reduce((sum, value) => sum + LENGTH_BYTES + lengthOf(value), HEADER_BYTES);
  const buffer = Buffer.allocUnsafe(size);
  let at = 0;
  for (const word of [1, 0, elementType, values.length, 1]) at = buffer.writeInt32BE(word, at);
  for (const value of values) {
    const from = at + LENGTH_BYTES;
    if (typeof value === "string") at = from + buffer.write(value, from, "utf8");
    else {
      buffer.set(value, from);
      at = from + value.length;
    }
    buffer.writeInt32BE(at - from, from - LENGTH_BYTES);
  }
  return buffer;
}

const lengthOf = (value: string | Uint8Array): number =>
  typeof value === "string" ? Buffer.byteLength(value) : value.length;
