import type { SignInMeans } from "@suzheng/api-contract";

export type Attempt = {
  id: string;
  at: string;
  /** Keyed hash of the name as typed; null when none was. */
  nameHash: string | null;
  means: SignInMeans;
  address: string;
  addressHash: string;
  userAgent: string;
};

/** Attempts that failed or are still under way, and when the oldest of them was. */
export type Failures = { count: number; oldestAt: string | null };

export type SignInRow = {
  id: string;
  at: string;
  account: { id: string; name: string | null } | null;
  means: SignInMeans;
  outcome: "accepted" | "refused" | "limited" | "begun";
  address: string;
  userAgent: string;
};

export type SignInQuery = {
  limit: number;
  /** Rows before this one, newest first; null for the newest. */
  before: { at: string; id: string } | null;
};

export interface SignInStore {
  /** Written before it is judged: attempts at the same time see each other. */
  begin(attempt: Attempt): Promise<void>;
  /** Of others than `except`, since the instant. */
  failuresOfName(nameHash: string, look: { since: string; except: string }): Promise<Failures>;
  failuresOfAddress(hash: string, look: { since: string; except: string }): Promise<Failures>;
  finish(finished: {
    id: string;
    outcome: "accepted" | "refused" | "limited";
    account: string | null;
  }): Promise<void>;
  of(account: string, query: SignInQuery): Promise<SignInRow[]>;
  /** Removes what is older; gives how many. */
  removeBefore(instant: string): Promise<number>;
}
