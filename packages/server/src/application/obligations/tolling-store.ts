import type { TollingAsk } from "@suzheng/api-contract";
import type { Pause } from "@suzheng/rules";

export type TollingState = "requested" | "approving" | "approved" | "refused";

export type StoredTolling = {
  readonly institution: string;
  readonly id: string;
  readonly asked: TollingAsk & { institutions: string[] };
  readonly state: TollingState;
  /** Accounts. */
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly refusedBecause: string | null;
};

export interface TollingStore {
  add(request: StoredTolling): Promise<void>;
  find(institution: string, id: string): Promise<StoredTolling | null>;
  /** Newest first; of one organisation, or of all. */
  list(institution: string | null): Promise<StoredTolling[]>;
  /** Moves a request from one state on; false when it stood in another. */
  decide(
    request: Pick<StoredTolling, "institution" | "id">,
    change: { from: TollingState; to: TollingState; by: string; at: string; because?: string },
  ): Promise<boolean>;
  /** From now on the pause holds; the next sweep looks at every certificate concerned again. */
  hold(institutions: readonly string[], id: string, pause: Pause): Promise<void>;
  /** Approval numbers of all connected bodies. */
  bodies(): Promise<string[]>;
}
