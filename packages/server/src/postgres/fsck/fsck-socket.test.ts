import assert from "node:assert/strict";
import { test } from "node:test";
import { divideCopied } from "./fsck-socket.ts";

function message(type: string, payload: string): Buffer {
  const bytes = Buffer.alloc(5 + payload.length);
  bytes.write(type);
  bytes.writeUInt32BE(4 + payload.length, 1);
  bytes.write(payload, 5);
  return bytes;
}

const rows = [message("d", "first"), message("d", ""), message("d", "d".repeat(9))];
const more = [message("d", "of another query")];
const around = [message("H", "begin"), message("c", ""), message("Z", "I"), message("H", "next")];
const sent = Buffer.concat([
  ...around.slice(0, 1),
  ...rows,
  ...around.slice(1),
  ...more,
  message("Z", "T"),
]);

test("copied rows are told from the rest, wherever what comes is cut", () => {
  for (let size = 1; size <= sent.length; size++) {
    const copied: Buffer[] = [];
    const rest: Buffer[] = [];
    const divide = divideCopied(
      (chunk) => copied.push(Buffer.from(chunk)),
      (chunk) => rest.push(Buffer.from(chunk)),
    );
    for (let at = 0; at < sent.length; at += size) divide(sent.subarray(at, at + size));
    assert.deepEqual(Buffer.concat(copied), Buffer.concat([...rows, ...more]), `${size}`);
    assert.deepEqual(Buffer.concat(rest), Buffer.concat([...around, message("Z", "T")]));
  }
});
