import type { LogKeys } from "../application/ledger/log-keys.ts";
import { originOf, vkeyOf } from "./sign-checkpoint.ts";
import type { GuardVerdict } from "./sign-guard.ts";

/** Permanent code of a log that was signed and whose key is not at hand; begins the reason. */
export const LOG_KEY_LOST = "log-key-lost";

type Guarding = {
  keys: Pick<LogKeys, "publicKey">;
  origin: string;
  /** Verification keys as published, by the origin of their log. */
  published: ReadonlyMap<string, string>;
};

/**
 * Whether a log that was signed still has its key. Outsiders have pinned it: another key in its
 * place would be another log under the same name, so it is never made anew.
 */
export async function guardKey(guarding: Guarding, log: string): Promise<GuardVerdict> {
  const published = guarding.published.get(originOf(guarding.origin, log));
  const found = await vkeyOf(guarding, log);
  const file = `keys/${log}.pem`;
  const wayOut = "put it back from a copy and start again, see docs/operating/keys.md";
  if (found === null) return lost(`the log was signed, but its key ${file} is missing: ${wayOut}`);
  if (published === undefined || published === found) return { ok: true };
  return lost(`${file} is not the key that signed the log, ${published}: ${wayOut}`);
}

const lost = (because: string): GuardVerdict => ({
  ok: false,
  because: `${LOG_KEY_LOST}: ${because}`,
});
