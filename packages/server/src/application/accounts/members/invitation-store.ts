import type { OrganisationKind, Role } from "@suzheng/api-contract";
import type { Account, NewPassword, StoredPasskey } from "../account-store.ts";

export type OpenInvitation = {
  institution: string;
  institutionName: string;
  kind: OrganisationKind;
  id: string;
  roles: Role[];
  name: string | null;
  /** The account that gets new means of signing in; null for a new one. */
  recovers: Account | null;
  /** Name of the inviting person; null for the operator. */
  invitedBy: string | null;
  expiresAt: string;
};

/** `none`: an invented person of an installation with demo data, who signs in by link. */
export type Credential =
  | { means: "none" }
  | { means: "password"; password: NewPassword }
  | { means: "passkey"; passkey: StoredPasskey };

/** Invitations as their holders see them, who do not act for anybody yet. */
export interface InvitationStore {
  /** Null when unknown, used, revoked or over. */
  byCode(codeHash: Uint8Array, now: string): Promise<OpenInvitation | null>;
  /** Makes account, credential and roles and uses the invitation up, or does nothing. */
  accept(accepted: {
    invitation: OpenInvitation;
    account: Account;
    credential: Credential;
    at: string;
  }): Promise<"accepted" | "used" | "name-taken" | "passkey-known">;
  /** The same for a person who has an account. */
  join(joined: {
    invitation: OpenInvitation;
    account: string;
    at: string;
  }): Promise<"joined" | "used">;
}
