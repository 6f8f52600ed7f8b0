import type { OrganisationKind, Role, SignInMeans } from "@suzheng/api-contract";
import type { Account } from "../account-store.ts";

export type StoredSession = {
  id: string;
  account: string;
  means: SignInMeans;
  actingFor: string | null;
  signedInAt: string;
  lastSeenAt: string;
  expiresAt: string;
  /** Truncated to its network. */
  address: string;
  userAgent: string;
};

export type HeldMembership = {
  institution: string;
  institutionName: string;
  kind: OrganisationKind;
  role: Role;
};

export type SessionOwner = {
  session: StoredSession;
  account: Account;
  /** Ordered by institution and role. */
  held: HeldMembership[];
};

export interface SessionStore {
  /** Also forgets sessions that are over. */
  begin(session: StoredSession & { tokenHash: Uint8Array }): Promise<void>;
  /** With the roles held at this moment. Null for an unknown token. */
  resolve(tokenHash: Uint8Array): Promise<SessionOwner | null>;
  recordSeen(id: string, at: string): Promise<void>;
  actFor(id: string, institution: string): Promise<void>;
  of(account: string): Promise<StoredSession[]>;
  /** False when the person has no such session. */
  end(account: string, id: string): Promise<boolean>;
  endAll(account: string, kept: { except: string | null }): Promise<void>;
}
