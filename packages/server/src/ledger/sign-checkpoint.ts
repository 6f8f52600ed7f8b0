import {
  formatCheckpoint,
  formatNote,
  formatVkey,
  SIGNATURE_TYPE,
  type VerificationKey,
  verificationKey,
} from "@suzheng/log-format";
import type { LogKeys } from "../application/ledger/log-keys.ts";
import { sha256 } from "./sha256.ts";

/** Identity of a log, C2SP tlog-checkpoint: scheme-less URL prefix. Never reused. */
export const originOf = (origin: string, log: string): string => `${origin}/log/${log}`;

type Keeping = { keys: Pick<LogKeys, "publicKey">; origin: string };

async function keyOf({ keys, origin }: Keeping, log: string): Promise<VerificationKey | null> {
  const publicKey = await keys.publicKey(log);
  if (publicKey === null) return null;
  const name = originOf(origin, log);
  return verificationKey(sha256, { name, type: SIGNATURE_TYPE.ed25519, publicKey });
}

/** How outsiders write down the key of a log; null when there is no key. */
export async function vkeyOf(keeping: Keeping, log: string): Promise<string | null> {
  const key = await keyOf(keeping, log);
  return key === null ? null : formatVkey(key);
}

/**
 * The checkpoint of a tree as a signed note. The caller has made sure that nothing contradicts it.
 */
export async function signCheckpoint(
  signing: { keys: LogKeys; origin: string },
  log: string,
  tree: { size: number; root: Uint8Array },
): Promise<string> {
  const key = await keyOf(signing, log);
  if (key === null) throw new Error(`there is no key of \`${log}\``);
  const { name, keyId } = key;
  const text = formatCheckpoint({ origin: originOf(signing.origin, log), ...tree });
  const bytes = await signing.keys.sign(log, Buffer.from(text, "utf8"));
  return formatNote({ text, signatures: [{ name, keyId, bytes }] });
}
