import type {
  AccountActList,
  AccountCredentials,
  ActForRequest,
  AssertionRequest,
  CreationRequest,
  InvitationAccept,
  InvitationCreate,
  InvitationCreated,
  InvitationList,
  InvitationOffer,
  InvitationPasskeyBegin,
  MemberList,
  MemberRoles,
  PasskeyAdd,
  PasskeySignIn,
  PasswordSet,
  PasswordSignIn,
  RecoveryCodes,
  Session,
  SessionList,
  SignInPage,
  TotpEnrolment,
  Welcome,
} from "@suzheng/api-contract";
import { ask, post, put, remove } from "./ask.ts";

const id = encodeURIComponent;
const page = (path: string, cursor: string | null) =>
  ask<SignInPage>(cursor === null ? path : `${path}?cursor=${id(cursor)}`);

/** Every address of packages/api-contract/src/accounts.ts. */
export const accounts = {
  session: () => ask<Session>("/session"),
  actFor: (body: ActForRequest) => put<Session>("/session/acting-for", body),
  signOut: () => remove("/session"),
  sessions: () => ask<SessionList>("/sessions"),
  endSession: (session: string) => remove(`/sessions/${id(session)}`),

  signInByPassword: (body: PasswordSignIn) => post<Session>("/sign-in/password", body),
  signInByLink: (code: string) => post<Session>("/sign-in/link", { code }),
  beginPasskey: () => post<AssertionRequest>("/sign-in/passkey/begin"),
  finishPasskey: (body: PasskeySignIn) => post<Session>("/sign-in/passkey/finish", body),
  beginSignature: (hash: string) => post<AssertionRequest>("/signatures/begin", { hash }),

  offer: (code: string) => post<InvitationOffer>("/invitations/look-up", { code }),
  invitationTotp: (code: string) => post<TotpEnrolment>("/invitations/totp/begin", { code }),
  invitationPasskey: (body: InvitationPasskeyBegin) =>
    post<CreationRequest>("/invitations/passkey/begin", body),
  accept: (body: InvitationAccept) => post<Welcome>("/invitations/accept", body),
  join: (code: string) => post<Session>("/invitations/join", { code }),

  credentials: () => ask<AccountCredentials>("/account"),
  beginAddPasskey: () => post<CreationRequest>("/account/passkeys/begin"),
  addPasskey: (body: PasskeyAdd) => post<unknown>("/account/passkeys", body),
  renamePasskey: (passkey: string, name: string) =>
    ask<unknown>(`/account/passkeys/${id(passkey)}`, { method: "PATCH", body: { name } }),
  revokePasskey: (passkey: string) => remove(`/account/passkeys/${id(passkey)}`),
  beginTotp: () => post<TotpEnrolment>("/account/totp/begin"),
  setPassword: (body: PasswordSet) => put<RecoveryCodes>("/account/password", body),
  renewRecoveryCodes: () => post<RecoveryCodes>("/account/recovery-codes"),
  mySignIns: (cursor: string | null) => page("/account/sign-ins", cursor),

  members: () => ask<MemberList>("/members"),
  changeRoles: (account: string, body: MemberRoles) =>
    put<unknown>(`/members/${id(account)}/roles`, body),
  revokeMember: (account: string) => remove(`/members/${id(account)}`),
  invitations: () => ask<InvitationList>("/members/invitations"),
  invite: (body: InvitationCreate) => post<InvitationCreated>("/members/invitations", body),
  revokeInvitation: (invitation: string) => remove(`/members/invitations/${id(invitation)}`),
  recover: (account: string) => post<InvitationCreated>(`/members/${id(account)}/recovery`),
  eraseMember: (account: string, confirm: string) =>
    post<void>(`/members/${id(account)}/erase`, { confirm }),
  eraseOwn: (confirm: string) => post<void>("/account/erase", { confirm }),
  accountActs: () => ask<AccountActList>("/members/account-acts"),
  seeNotices: () => post<void>("/session/notices/seen"),
  memberSignIns: (cursor: string | null) => page("/members/sign-ins", cursor),
};
