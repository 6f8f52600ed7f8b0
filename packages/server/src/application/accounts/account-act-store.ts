import type { AccountAct } from "@suzheng/api-contract";
import type { NewInvitation } from "./members/member-store.ts";

/** Whose account, where, and by whom; `by` null: the operator of the installation. */
export type ActOn = {
  account: string;
  /** Where the person works; null for the operator, who is bound to none. */
  institution: string | null;
  by: string | null;
  at: string;
};

export type CareRefusal =
  | "member-unknown"
  /** Who works for others too is in the care of the operator. */
  | "works-elsewhere"
  | "last-administrator";

export type ActNotice = { id: string; act: AccountAct["act"]; at: string; by: string | null };

/** What is done to an account by others than its person. Each is one transaction. */
export interface AccountActStore {
  /**
   * Takes every means of signing in away, ends the sessions, and makes the invitation the only way
   * back. Gives the institution that the invitation belongs to.
   */
  beginRecovery(
    on: ActOn,
    invitation: Omit<NewInvitation, "roles">,
  ): Promise<{ institution: string } | CareRefusal>;
  /** Personal values go; ids, roles held once and times stay. Nobody can sign in by it again. */
  erase(on: ActOn): Promise<"erased" | CareRefusal>;
  /** Newest first. */
  list(institution: string, limit: number): Promise<AccountAct[]>;
  /** What the person was not told yet. */
  untold(account: string): Promise<ActNotice[]>;
  tell(account: string, at: string): Promise<void>;
}
