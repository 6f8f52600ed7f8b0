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

type Signing = { keys: LogKeys; origin: string };

async function keyOf({ keys, origin }: Signing, log: string): Promise<VerificationKey> {
  const publicKey = await keys.publicKey(log);
  const name = originOf(origin, log);
  return verificationKey(sha256, { name, type: SIGNATURE_TYPE.ed25519, publicKey });
}

/** How outsiders write down the key of a log. */
export const vkeyOf = async (signing: Signing, log: string): Promise<string> =>
  formatVkey(await keyOf(signing, log));

/**
 * The checkpoint of a tree as a signed note. The caller has made sure that nothing contradicts it.
 */
export async function signCheckpoint(
  signing: Signing,
  log: string,
  tree: { size: number; root: Uint8Array },
): Promise<string> {
  const { name, keyId } = await keyOf(signing, log);
  const text = formatCheckpoint({ origin: originOf(signing.origin, log), ...tree });
  const bytes = await signing.keys.sign(log, Buffer.from(text, "utf8"));
  return formatNote({ text, signatures: [{ name, keyId, bytes }] });
}
