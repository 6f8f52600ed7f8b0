import type { SignInMeans } from "@suzheng/api-contract";
import type { AccountParts, Visit } from "../account-parts.ts";
import { type AccountRefusal, done, type Result, refused } from "../result.ts";
import { newId } from "../secret-code.ts";
import { SIGN_IN_LIMITS } from "./sign-in-limits.ts";
import type { Failures } from "./sign-in-store.ts";

const WINDOW_MS = SIGN_IN_LIMITS.window.value;
const USER_AGENT_CHARACTERS_MAX = 200;

export type SignInAttempt = {
  visit: Visit;
  means: SignInMeans;
  /** As folded; null when none was given. */
  name: string | null;
};

/** However a name was typed. */
export const foldSignInName = (name: string): string => name.normalize("NFKC").trim().toLowerCase();

/**
 * Counts the attempt, judges it, and writes down what came of it. `judge` gives the account, or
 * null; what was wrong is told to nobody.
 */
export async function attemptSignIn(
  parts: AccountParts,
  attempt: SignInAttempt,
  judge: () => Promise<string | null>,
): Promise<Result<string>> {
  const { id, limit } = await beginAttempt(parts, attempt);
  if (limit !== null) {
    await parts.signIns.finish({
      id,
      outcome: "limited",
      account: await accountOf(parts, attempt),
    });
    return limit;
  }
  const account = await judge();
  if (account !== null) {
    await parts.signIns.finish({ id, outcome: "accepted", account });
    return done(account);
  }
  // Known by name only: the person and their administrators see that somebody tried.
  await parts.signIns.finish({ id, outcome: "refused", account: await accountOf(parts, attempt) });
  return refused("sign-in-refused");
}

/** An account that signs in by having just been made. */
export async function recordSignIn(
  parts: AccountParts,
  { account, visit, means }: { account: string; visit: Visit; means: SignInMeans },
): Promise<void> {
  const row = rowOf(parts, { visit, means, name: null });
  await parts.signIns.begin(row);
  await parts.signIns.finish({ id: row.id, outcome: "accepted", account });
}

async function accountOf(parts: AccountParts, { name }: SignInAttempt): Promise<string | null> {
  if (name === null) return null;
  return (await parts.accounts.bySignInName(name))?.account ?? null;
}

/** For counting; the whole address is kept nowhere. */
export const addressHashOf = (parts: Pick<AccountParts, "keyedHash">, { address }: Visit): string =>
  parts.keyedHash(`address ${address}`);

const rowOf = (parts: AccountParts, { visit, means, name }: SignInAttempt) => ({
  id: newId(),
  at: parts.now(),
  nameHash: name === null ? null : parts.keyedHash(`sign-in name ${name}`),
  means,
  address: networkOf(visit.address),
  addressHash: addressHashOf(parts, visit),
  userAgent: visit.userAgent.slice(0, USER_AGENT_CHARACTERS_MAX),
});

async function beginAttempt(
  parts: AccountParts,
  attempt: SignInAttempt,
): Promise<{ id: string; limit: AccountRefusal | null }> {
  const row = rowOf(parts, attempt);
  await parts.signIns.begin(row);
  const now = Date.parse(row.at);
  const look = { since: new Date(now - WINDOW_MS).toISOString(), except: row.id };
  const byAddress = await parts.signIns.failuresOfAddress(row.addressHash, look);
  const byName = await (row.nameHash === null
    ? { count: 0, oldestAt: null }
    : parts.signIns.failuresOfName(row.nameHash, look));
  const waits = [
    waitOf(byAddress, SIGN_IN_LIMITS.addressFailuresMax.value, now),
    waitOf(byName, SIGN_IN_LIMITS.nameFailuresMax.value, now),
  ];
  const retryAfterSeconds = Math.max(...waits);
  if (retryAfterSeconds === 0) return { id: row.id, limit: null };
  return { id: row.id, limit: { ...refused("sign-in-limited"), retryAfterSeconds } };
}

/** Seconds until the oldest failure no longer counts; 0 below the limit. */
function waitOf({ count, oldestAt }: Failures, countMax: number, now: number): number {
  if (count < countMax || oldestAt === null) return 0;
  return Math.max(1, Math.ceil((Date.parse(oldestAt) + WINDOW_MS - now) / 1000));
}

/** The network of an address: /24 of IPv4, /48 of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  const [a, b, c, d] = plain.split(".");
  if (d !== undefined) return `${a}.${b}.${c}.0/24`;
  const [left = ""] = plain.split("::");
  const groups = left.split(":").slice(0, 3).join(":");
  return `${groups}::/48`;
}
