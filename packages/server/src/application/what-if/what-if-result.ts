import type { PackError } from "@suzheng/rules";
import type { AuthorisationCode } from "../policy/authorise.ts";

/** Why a try on the past is not done. Permanent codes. */
export type WhatIfCode =
  | "what-if-unknown"
  | "what-if-running"
  | "what-if-institutions-unfit"
  | "what-if-rule-unknown"
  | "what-if-not-executable"
  | "what-if-pack-refused"
  | "what-if-changes-nothing"
  | "cursor-malformed";

export type WhatIfRefusal = {
  outcome: "refused";
  code: WhatIfCode | AuthorisationCode;
  /** Of `what-if-pack-refused`: all that is wrong, with file, line and clause. */
  errors?: readonly PackError[];
};
export type WhatIfResult<Value> = { outcome: "done"; value: Value } | WhatIfRefusal;

export const refused = (code: WhatIfCode): WhatIfRefusal => ({ outcome: "refused", code });
