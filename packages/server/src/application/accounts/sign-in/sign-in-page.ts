import type { SignInPage } from "@suzheng/api-contract";
import { cursorOf, type PageRequest } from "../../page-cursor.ts";
import type { AccountParts } from "../account-parts.ts";
import { done, type Result } from "../result.ts";
import type { SignedIn } from "./sessions.ts";
import type { SignInQuery, SignInRow } from "./sign-in-store.ts";

/** One row more than asked tells whether there is another page. */
export async function pageOf(
  { limit, cursor }: PageRequest,
  read: (query: SignInQuery) => Promise<SignInRow[]>,
): Promise<Result<SignInPage>> {
  const rows = await read({ limit: limit + 1, before: cursor });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? cursorOf(last) : null;
  return done({ items: shown.map(({ id: _id, ...row }) => row), next });
}

export const ownSignIns = (
  parts: AccountParts,
  signedIn: SignedIn,
  page: PageRequest,
): Promise<Result<SignInPage>> =>
  pageOf(page, (query) => parts.signIns.of(signedIn.actor.account, query));
