import type { LocalText, RuleRefusalCode } from "@suzheng/certification";
import type { AccountCode } from "../accounts/result.ts";
import type { AppendRefusal } from "../ledger/ledger.ts";
import type { StoredDraft } from "./draft-store.ts";

/** Why something about rules is not done. Permanent; each is a problem of the API. */
export type RegistryCode =
  | RuleRefusalCode
  | AppendRefusal
  | "draft-unknown"
  | "draft-moved-on"
  | "draft-text-unfit"
  | "rule-id-taken"
  | "rule-not-found"
  | "rule-file-type-unknown"
  | "rule-file-unknown"
  | "self-check-missing"
  | "self-check-failed"
  | "signature-missing"
  | "signed-content-differs";

export type RegistryRefusal = {
  outcome: "refused";
  code: RegistryCode | AccountCode;
  detail?: LocalText;
  /** Of `draft-moved-on`: the other person's version. */
  current?: StoredDraft;
};

export type RegistryResult<Value> = { outcome: "done"; value: Value } | RegistryRefusal;

export const refusal = (
  code: RegistryCode,
  more: Pick<RegistryRefusal, "detail" | "current"> = {},
): RegistryRefusal => ({ outcome: "refused", code, ...more });
