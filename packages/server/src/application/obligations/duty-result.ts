import type { PauseRefusal } from "@suzheng/certification";
import type { AuthorisationCode, Refused } from "../policy/authorise.ts";

/** Why something about obligations is not done. Permanent codes. */
export type DutyCode =
  | PauseRefusal
  | "inbox-item-unknown"
  | "calendar-feed-unknown"
  | "tolling-unknown"
  | "tolling-decided"
  | "tolling-by-requester"
  | "tolling-institutions-unfit"
  | "requirement-unknown"
  | "pause-not-recorded"
  | "cursor-malformed";

export type DutyRefusal = Refused<DutyCode | AuthorisationCode>;
export type DutyResult<Value> = { outcome: "done"; value: Value } | DutyRefusal;

export const done = <Value>(value: Value): { outcome: "done"; value: Value } => ({
  outcome: "done",
  value,
});
export const refused = (code: DutyCode): Refused<DutyCode> => ({ outcome: "refused", code });
