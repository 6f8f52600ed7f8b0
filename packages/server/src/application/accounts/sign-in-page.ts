import type { SignInPage } from "@suzheng/api-contract";
import type { AccountParts } from "./account-parts.ts";
import { done, type Result } from "./result.ts";
import type { SignedIn } from "./sessions.ts";
import type { SignInQuery, SignInRow } from "./sign-in-store.ts";

export type SignInPageRequest = {
  limit: number;
  /** As given with the page before; null for the newest. */
  cursor: { at: string; id: string } | null;
};

/** A cursor is opaque to clients; text that is none of ours gives null. */
export function readCursor(text: string): { at: string; id: string } | null {
  const plain = Buffer.from(text, "base64url").toString("utf8");
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]+)$/.exec(plain);
  return parts === null ? null : { at: parts[1] ?? "", id: parts[2] ?? "" };
}

/** One row more than asked tells whether there is another page. */
export async function pageOf(
  { limit, cursor }: SignInPageRequest,
  read: (query: SignInQuery) => Promise<SignInRow[]>,
): Promise<Result<SignInPage>> {
  const rows = await read({ limit: limit + 1, before: cursor });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? Buffer.from(`${last.at} ${last.id}`).toString("base64url")
      : null;
  return done({ items: shown.map(({ id: _id, ...row }) => row), next });
}

export const ownSignIns = (
  parts: AccountParts,
  signedIn: SignedIn,
  page: SignInPageRequest,
): Promise<Result<SignInPage>> =>
  pageOf(page, (query) => parts.signIns.of(signedIn.actor.account, query));
