import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeDurably } from "../durable-file.ts";

const KEY_BYTES = 32;

/** A random key of this installation, made at first use and then never changed. */
export async function readOrMakeKey(file: string): Promise<Buffer> {
  try {
    return Buffer.from(readFileSync(file, "utf8").trim(), "base64url");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const key = randomBytes(KEY_BYTES);
  await writeDurably(file, `${key.toString("base64url")}\n`);
  return key;
}
