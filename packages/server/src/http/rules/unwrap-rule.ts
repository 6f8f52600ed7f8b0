import type { RuleDraft } from "@suzheng/api-contract";
import type { StoredDraft } from "../../application/registry/draft-store.ts";
import type { RegistryRefusal } from "../../application/registry/registry-result.ts";
import { HttpProblem } from "../problems.ts";

/** The value of what was done; leaves with the problem of a refusal. */
export function unwrapRule<Value>(
  result: { outcome: "done"; value: Value } | RegistryRefusal,
): Value {
  if (result.outcome === "done") return result.value;
  const { code, detail, current } = result;
  const problem = new HttpProblem(code, detail === undefined ? {} : { detail });
  // RFC 9457 §3.2: an extension member, for who has to merge.
  if (current !== undefined) Object.assign(problem.problem, { current: toRuleDraft(current) });
  throw problem;
}

export function toRuleDraft(draft: StoredDraft): RuleDraft {
  const { rule, content, counter, checkedCounter, updatedBy, updatedAt } = draft;
  return {
    rule,
    state: checkedCounter === counter ? "self-checked" : "draft",
    title: content.title,
    version: content.version,
    ...{ counter, updatedBy, updatedAt },
    // Written from this same shape; lists are only read here.
    content: content as RuleDraft["content"],
  };
}
