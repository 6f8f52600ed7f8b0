import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createDurably } from "../durable-file.ts";

const KEY_BYTES = 32;

/**
 * A random key of this installation, made at first use and then never changed. Of several processes
 * that make it at once, all end with the same.
 */
export async function readOrMakeKey(file: string): Promise<Buffer> {
  const known = readKey(file);
  if (known !== null) return known;
  const key = randomBytes(KEY_BYTES);
  const isMine = await createDurably(file, `${key.toString("base64url")}\n`);
  return (isMine ? null : readKey(file)) ?? key;
}

function readKey(file: string): Buffer | null {
  try {
    return Buffer.from(readFileSync(file, "utf8").trim(), "base64url");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
