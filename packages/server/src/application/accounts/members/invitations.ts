import type {
  CreationRequest,
  InvitationAccept,
  InvitationOffer,
  InvitationPasskeyBegin,
  TotpEnrolment,
} from "@suzheng/api-contract";
import type { AccountParts, Visit } from "../account-parts.ts";
import type { Account } from "../account-store.ts";
import { beginPasskey, finishPasskey } from "../credentials/passkey-enrolment.ts";
import { beginTotp, makePassword } from "../credentials/totp-enrolment.ts";
import { done, type Result, refused } from "../result.ts";
import { hashOf, newAccountId } from "../secret-code.ts";
import { beginSession, type SignedIn } from "../sign-in/sessions.ts";
import { foldSignInName, recordSignIn } from "../sign-in/sign-in-attempts.ts";
import type { Credential, OpenInvitation } from "./invitation-store.ts";

/** Who holds the code holds the invitation; it is in the fragment of the link, never in a log. */
async function open(parts: AccountParts, code: string): Promise<Result<OpenInvitation>> {
  const invitation = await parts.invitations.byCode(hashOf(code), parts.now());
  return invitation === null ? refused("invitation-unknown") : done(invitation);
}

/** Within one institution ids are unique, so together they are. */
const subjectOf = ({ institution, id }: OpenInvitation): string => `${institution} ${id}`;

export async function lookUpInvitation(
  parts: AccountParts,
  code: string,
): Promise<Result<InvitationOffer>> {
  const opened = await open(parts, code);
  if (opened.outcome === "refused") return opened;
  const { id: _id, recovers, ...offer } = opened.value;
  const whose = recovers && { signInName: recovers.signInName, name: recovers.name };
  return done({ ...offer, recovers: whose });
}

export async function beginInvitationTotp(
  parts: AccountParts,
  code: string,
): Promise<Result<TotpEnrolment>> {
  const opened = await open(parts, code);
  if (opened.outcome === "refused") return opened;
  const enrolling = { purpose: "totp-invitation", subject: subjectOf(opened.value) } as const;
  const { recovers, name, institution } = opened.value;
  return done(await beginTotp(parts, enrolling, recovers?.signInName ?? name ?? institution));
}

export async function beginInvitationPasskey(
  parts: AccountParts,
  visit: Visit,
  request: InvitationPasskeyBegin,
): Promise<Result<CreationRequest>> {
  const opened = await open(parts, request.code);
  if (opened.outcome === "refused") return opened;
  const { recovers } = opened.value;
  const account = accountFor(opened.value, request);
  // Only holders of an invitation learn that a name is taken.
  if (recovers === null && (await parts.accounts.bySignInName(account.signInName)) !== null) {
    return refused("sign-in-name-taken");
  }
  const subject = subjectOf(opened.value);
  return await beginPasskey(parts, { purpose: "passkey-invitation", subject, visit }, account);
}

/** The account that lost its means, as it is, or a new one with the names asked for. */
const accountFor = (
  { recovers }: OpenInvitation,
  { signInName, name }: InvitationPasskeyBegin,
): Account =>
  recovers ?? {
    account: newAccountId(),
    signInName: foldSignInName(signInName),
    name: name.normalize("NFC"),
  };

type NewCredential = { account: Account; credential: Credential; recoveryCodes: string[] };

/** Makes the account, its roles and a session, whose secret is for the cookie. */
export async function acceptInvitation(
  parts: AccountParts,
  visit: Visit,
  request: InvitationAccept,
): Promise<Result<{ token: string; recoveryCodes: string[] }>> {
  const opened = await open(parts, request.code);
  if (opened.outcome === "refused") return opened;
  const invitation = opened.value;
  const made = await makeCredential(parts, { visit, invitation, request });
  if (made.outcome === "refused") return made;
  const { account, credential, recoveryCodes } = made.value;
  const at = parts.now();
  const accepted = await parts.invitations.accept({ invitation, account, credential, at });
  if (accepted === "used") return refused("invitation-unknown");
  if (accepted === "name-taken") return refused("sign-in-name-taken");
  if (accepted === "passkey-known") return refused("passkey-known");
  const means = credential.means === "passkey" ? "passkey" : "password-totp";
  await recordSignIn(parts, { account: account.account, visit, means });
  const token = await beginSession(parts, { account: account.account, means, visit });
  return done({ token, recoveryCodes });
}

type Accepting = { visit: Visit; invitation: OpenInvitation; request: InvitationAccept };

async function makeCredential(
  parts: AccountParts,
  { visit, invitation, request }: Accepting,
): Promise<Result<NewCredential>> {
  const { by } = request;
  const subject = subjectOf(invitation);
  const asked = accountFor(invitation, request);
  if (by.means === "password") {
    const enrolling = { purpose: "totp-invitation", subject } as const;
    const given = { signInName: asked.signInName, password: by.password, totp: by.totp };
    const made = await makePassword(parts, enrolling, given);
    if (made.outcome === "refused") return made;
    const { password, recoveryCodes } = made.value;
    return done({ account: asked, credential: { means: "password", password }, recoveryCodes });
  }
  const enrolling = { purpose: "passkey-invitation", subject, visit } as const;
  const given = { attestation: by.attestation, name: "passkey" };
  const made = await finishPasskey(parts, enrolling, given);
  if (made.outcome === "refused") return made;
  const { account, passkey } = made.value;
  // The authenticator shows the names that it was given at the beginning.
  if (account.signInName !== asked.signInName) return refused("passkey-refused");
  return done({ account, credential: { means: "passkey", passkey }, recoveryCodes: [] });
}

/** For a person who has an account: further roles, at this or another institution. */
export async function joinInvitation(
  parts: AccountParts,
  signedIn: SignedIn,
  code: string,
): Promise<Result<OpenInvitation>> {
  const opened = await open(parts, code);
  if (opened.outcome === "refused") return opened;
  const invitation = opened.value;
  if (invitation.recovers !== null) return refused("invitation-unknown");
  const { account } = signedIn.actor;
  const joined = await parts.invitations.join({ invitation, account, at: parts.now() });
  return joined === "used" ? refused("invitation-unknown") : done(invitation);
}
