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
import { createDurably } from "../durable-file.ts";

/** Bytes before the raw key in the SPKI form of an Ed25519 public key, RFC 8410 §4. */
const SPKI_PREFIX_BYTES = 12;

/** One PKCS #8 file per log, readable by the server's account only. */
export function fileLogKeys(folder: string): LogKeys {
  const keys = new Map<string, KeyObject>();
  const fileOf = (log: string) => join(folder, `${log}.pem`);

  function read(log: string): KeyObject | null {
    const known = keys.get(log);
    if (known !== undefined) return known;
    try {
      const key = createPrivateKey(readFileSync(fileOf(log)));
      keys.set(log, key);
      return key;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
      throw error;
    }
  }

  return {
    async publicKey(log) {
      const key = read(log);
      if (key === null) return null;
      const spki = createPublicKey(key).export({ type: "spki", format: "der" });
      return spki.subarray(SPKI_PREFIX_BYTES);
    },
    async make(log) {
      if (read(log) !== null) return;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { privateKey } = generateKeyPairSync("ed25519");
      const text = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
      // Another process may have made it meanwhile: then its key is the log's.
      await createDurably(fileOf(log), text);
    },
    async sign(log, message) {
      const key = read(log);
      if (key === null) throw new Error(`there is no key of \`${log}\``);
      return sign(null, message, key);
    },
  };
}
