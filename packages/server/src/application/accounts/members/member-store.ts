import type { OrganisationKind, Role } from "@suzheng/api-contract";
import type { SignInQuery, SignInRow } from "../sign-in/sign-in-store.ts";

export type MemberRow = {
  account: string;
  signInName: string;
  name: string;
  roles: Role[];
  since: string;
};

export type InvitationRow = {
  id: string;
  /** Of a recovery: none, the person keeps theirs. */
  roles: Role[];
  isRecovery: boolean;
  name: string | null;
  invitedBy: string | null;
  invitedAt: string;
  expiresAt: string;
};

export type NewInvitation = {
  id: string;
  codeHash: Uint8Array;
  roles: readonly Role[];
  name: string | null;
  /** Account; null for the operator. */
  invitedBy: string | null;
  invitedAt: string;
  expiresAt: string;
};

export type RoleChange = {
  account: string;
  /** Empty: the person leaves. */
  roles: readonly Role[];
  by: string;
  at: string;
};

/** Who works at one institution; every call is bound to its rows by the database. */
export interface MemberStore {
  list(institution: string): Promise<MemberRow[]>;
  /** Nobody can take the last administrator away, also not two administrators at once. */
  changeRoles(
    institution: string,
    change: RoleChange,
  ): Promise<"changed" | "unknown" | "last-administrator">;
  invite(institution: string, invitation: NewInvitation): Promise<void>;
  /** Open ones, newest first. */
  invitations(institution: string, now: string): Promise<InvitationRow[]>;
  /** False when there is no such open one. */
  revokeInvitation(institution: string, revoked: { id: string; at: string }): Promise<boolean>;
  signIns(institution: string, query: SignInQuery): Promise<SignInRow[]>;
}

export type Organisation = { institution: string; name: string; kind: OrganisationKind };

/** Whom persons can act for: connected bodies, and the organisations registered here. */
export interface OrganisationStore {
  get(institution: string): Promise<Organisation | null>;
  /** Where anybody holds a role or is invited; for the operator. */
  withPeople(): Promise<string[]>;
  /** "known" when the id is taken, by whatever name. */
  register(organisation: Organisation, at: string): Promise<"registered" | "known">;
}
