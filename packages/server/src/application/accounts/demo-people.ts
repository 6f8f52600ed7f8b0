import type { Role } from "@suzheng/api-contract";
import type { AccountParts } from "./account-parts.ts";
import { invite } from "./members/members.ts";
import { done, type Result, refused } from "./result.ts";
import { hashOf, newAccountId, newSecret } from "./secret-code.ts";
import { foldSignInName } from "./sign-in/sign-in-attempts.ts";

const LINK_MS_MAX = 24 * 3_600_000;

export type DemoPerson = {
  institution: string;
  roles: readonly Role[];
  signInName: string;
  name: string;
};

/** An invented person without credentials of their own; they come in by link and may add some. */
export async function addDemoPerson(
  parts: AccountParts,
  { institution, roles, signInName, name }: DemoPerson,
): Promise<Result<string>> {
  const asked = { institution, roles, name, invitedBy: null, origin: "" };
  const invited = await invite(parts, asked);
  if (invited.outcome === "refused") return invited;
  const at = parts.now();
  const invitation = await parts.invitations.byCode(hashOf(invited.value.code), at);
  if (invitation === null) return refused("invitation-unknown");
  const account = { account: newAccountId(), signInName: foldSignInName(signInName), name };
  const credential = { means: "none" } as const;
  const accepted = await parts.invitations.accept({ invitation, account, credential, at });
  return accepted === "accepted" ? done(account.account) : refused("sign-in-name-taken");
}

/** The code of a link that signs the person in once, where all data are invented. */
export async function newSignInLink(
  parts: AccountParts,
  signInName: string,
): Promise<string | null> {
  const person = await parts.accounts.bySignInName(foldSignInName(signInName));
  if (person === null) return null;
  const code = newSecret();
  const expiresAt = new Date(Date.parse(parts.now()) + LINK_MS_MAX).toISOString();
  await parts.links.put({ codeHash: hashOf(code), account: person.account, expiresAt });
  return code;
}
