import type { PublicRuleState } from "@suzheng/api-contract";

export type StandingVersion = {
  state: PublicRuleState;
  inForceFrom: string;
  /** Half-open. */
  inForceUntil: string | null;
  /** The first day is only when this platform begins to judge by it. */
  isJudgedFrom?: boolean | undefined;
};

/** `replaced`: in force still, until the version that follows it begins. */
export type Standing = "current" | "replaced" | "future" | "superseded" | "ended" | "cancelled";

/** How a version stands on a day. What was cancelled is never shown as in force. */
export function standingOf(version: StandingVersion, on: string): Standing {
  const { state, inForceFrom, inForceUntil } = version;
  if (state === "cancelled") return "cancelled";
  if (inForceUntil !== null && on >= inForceUntil) {
    return state === "superseded" ? "superseded" : "ended";
  }
  if (on < inForceFrom) return "future";
  return state === "superseded" ? "replaced" : "current";
}
