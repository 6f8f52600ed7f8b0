import type { WhatIfPackRefused } from "@suzheng/api-contract";
import type { WhatIfRefusal } from "../../application/what-if/what-if-result.ts";
import { HttpProblem } from "../problems.ts";

/** The value of what was done; leaves with the problem of a refusal. */
export function unwrapWhatIf<Value>(
  result: { outcome: "done"; value: Value } | WhatIfRefusal,
): Value {
  if (result.outcome === "done") return result.value;
  const problem = new HttpProblem(result.code);
  if (result.errors !== undefined) {
    // RFC 9457 §3.2: an extension member, for who has to mend the pack.
    const extension: WhatIfPackRefused = { errors: [...result.errors] };
    Object.assign(problem.problem, extension);
  }
  throw problem;
}
