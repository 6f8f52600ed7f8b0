import type { AccountActList, AccountErase, InvitationCreated } from "@suzheng/api-contract";
import { type Acting, guard } from "../policy/authorise.ts";
import type { ActOn } from "./account-act-store.ts";
import type { AccountParts } from "./account-parts.ts";
import { invitationLink, newInvitation } from "./members/members.ts";
import { done, type Result, refused } from "./result.ts";
import { isFresh, type SignedIn } from "./sign-in/sessions.ts";
import { foldSignInName } from "./sign-in/sign-in-attempts.ts";

const ACTS_LISTED = 200;

type Care = { signedIn: SignedIn; account: string };

/** For a person who lost every means of signing in, and for one who is to be forgotten. */
export const careCommands = (parts: AccountParts) => ({
  recover: guard("member.recover", async (acting, asked: Care & { origin: string }) => {
    const on = onBehalf(parts, acting, asked);
    return on.outcome === "refused" ? on : await recover(parts, on.value, asked.origin);
  }),

  erase: guard("member.erase", async (acting, asked: Care & AccountErase) => {
    const on = onBehalf(parts, acting, asked);
    return on.outcome === "refused" ? on : await erase(parts, on.value, asked.confirm);
  }),

  list: guard("signin-audit.read", async ({ institution }, _nothing: null) =>
    done<AccountActList>({ items: await parts.accountActs.list(institution, ACTS_LISTED) }),
  ),
});

/** Not oneself: whoever finds an open screen must not gain the account. */
function onBehalf(
  parts: AccountParts,
  { actor, institution }: Acting,
  { signedIn, account }: Care,
): Result<ActOn> {
  if (account === actor.account) return refused("own-account");
  if (!isFresh(parts, signedIn)) return refused("recent-sign-in-needed");
  return done({ account, institution, by: actor.account, at: parts.now() });
}

/**
 * A new one-time link; what the person signed in with before is worth nothing from now on. Who may
 * ask for it is checked by the caller.
 */
export async function recover(
  parts: AccountParts,
  on: ActOn,
  origin: string,
): Promise<Result<InvitationCreated>> {
  const known = await parts.accounts.byId(on.account);
  if (known === null) return refused("member-unknown");
  const { code, ...made } = newInvitation(parts, { name: known.name, invitedBy: on.by });
  const begun = await parts.accountActs.beginRecovery(on, made);
  if (typeof begun === "string") return refused(begun);
  const { codeHash: _codeHash, ...invitation } = made;
  const invitedBy = on.by === null ? null : ((await parts.accounts.byId(on.by))?.name ?? null);
  const shown = { ...invitation, roles: [], invitedBy, isRecovery: true };
  return done({ invitation: shown, link: invitationLink(origin, code) });
}

/** `confirm`: the sign-in name typed once more, so that nobody is erased by a slip. */
export async function erase(
  parts: AccountParts,
  on: ActOn,
  confirm: string,
): Promise<Result<null>> {
  const known = await parts.accounts.byId(on.account);
  if (known === null) return refused("member-unknown");
  if (foldSignInName(confirm) !== known.signInName) return refused("confirmation-differs");
  const erased = await parts.accountActs.erase(on);
  return erased === "erased" ? done(null) : refused(erased);
}

/** The person themself, wherever they work. */
export async function eraseOwn(
  parts: AccountParts,
  signedIn: SignedIn,
  { confirm }: AccountErase,
): Promise<Result<null>> {
  if (!isFresh(parts, signedIn)) return refused("recent-sign-in-needed");
  const { account } = signedIn.actor;
  return erase(parts, { account, institution: null, by: account, at: parts.now() }, confirm);
}
