import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LogKeys } from "../application/ledger/log-keys.ts";
import { writeDurably } from "../durable-file.ts";

/** Bytes before the raw key in the SPKI form of an Ed25519 public key, RFC 8410 §4. */
const SPKI_PREFIX_BYTES = 12;

/** One PKCS #8 file per log, readable by the server's account only. */
export function fileLogKeys(folder: string): LogKeys {
  const keys = new Map<string, KeyObject>();
  async function keyOf(log: string): Promise<KeyObject> {
    let key = keys.get(log);
    if (key !== undefined) return key;
    const file = join(folder, `${log}.pem`);
    try {
      key = createPrivateKey(readFileSync(file));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      key = generateKeyPairSync("ed25519").privateKey;
      await writeDurably(file, key.export({ type: "pkcs8", format: "pem" }).toString());
    }
    keys.set(log, key);
    return key;
  }
  return {
    async publicKey(log) {
      const spki = createPublicKey(await keyOf(log)).export({ type: "spki", format: "der" });
      return spki.subarray(SPKI_PREFIX_BYTES);
    },
    async sign(log, message) {
      return sign(null, message, await keyOf(log));
    },
  };
}
