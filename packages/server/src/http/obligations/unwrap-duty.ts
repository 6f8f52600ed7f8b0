import type { DutyRefusal } from "../../application/obligations/duty-result.ts";
import { HttpProblem } from "../problems.ts";

/** The value of what was done; leaves with the problem of a refusal. */
export function unwrapDuty<Value>(result: { outcome: "done"; value: Value } | DutyRefusal): Value {
  if (result.outcome === "done") return result.value;
  throw new HttpProblem(result.code);
}
