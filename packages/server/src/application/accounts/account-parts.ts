import type { Now } from "../clock.ts";
import type { AccountActStore } from "./account-act-store.ts";
import type { AccountStore, PasskeyStore } from "./account-store.ts";
import type { Passwords, RelyingParty, SecretBox, Site, Totp } from "./credentials/credentials.ts";
import type { InvitationStore } from "./members/invitation-store.ts";
import type { MemberStore, OrganisationStore } from "./members/member-store.ts";
import type { CeremonyStore } from "./sign-in/ceremony-store.ts";
import type { SessionStore } from "./sign-in/session-store.ts";
import type { SignInLinks } from "./sign-in/sign-in-links.ts";
import type { SignInStore } from "./sign-in/sign-in-store.ts";

/** What the use cases of accounts stand on. */
export type AccountParts = {
  now: Now;
  accounts: AccountStore;
  passkeys: PasskeyStore;
  sessions: SessionStore;
  signIns: SignInStore;
  ceremonies: CeremonyStore;
  invitations: InvitationStore;
  members: MemberStore;
  accountActs: AccountActStore;
  organisations: OrganisationStore;
  links: SignInLinks;
  passwords: Passwords;
  totp: Totp;
  secretBox: SecretBox;
  relyingParty: RelyingParty;
  /** Hash under a key of this installation, for counting what must not be kept in clear. */
  keyedHash(text: string): string;
  /** Whether the installation holds invented data only. */
  isDemo(): boolean;
};

/** From where a request came. */
export type Visit = { site: Site; address: string; userAgent: string };
