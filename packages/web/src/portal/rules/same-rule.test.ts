import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClaimedEvent } from "../verify/read-bundle.ts";
import { type FiledText, type ShownRule, sameRule } from "./same-rule.ts";

const text = (zh: string) => ({ zh, en: "" });
const CLAUSES = [{ number: "1", title: text("范围"), text: text("适用于样例服务。") }];
const RECORDED = "2026-11-22T04:00:00.000Z";

const event = (index: number, type: string, data: Record<string, unknown>): ClaimedEvent => ({
  ...{ index, type, data, occurredOn: "2026-11-22", recordedAt: RECORDED, raw: "" },
});
const EVENTS = [
  event(3, "RuleFiled", { ruleVersion: "2", contentHash: "b2" }),
  event(2, "RulePublished", { ruleVersion: "1" }),
  event(1, "RuleFiled", { ruleVersion: "1", contentHash: "a1" }),
];
const PROVEN = [{ log: "CNCA-R-2026-901", stream: "rule/sample", events: EVENTS }];

const act = (index: number, type: string, changes = {}) => ({
  ...{ index, type, version: "1", occurredOn: "2026-11-22", recordedAt: RECORDED },
  ...{ isSigned: true, reviewer: null, reason: null },
  ...changes,
});
const SHOWN: ShownRule = {
  ...{ institution: "CNCA-R-2026-901", rule: "sample", version: "1", contentHash: "a1" },
  clauses: CLAUSES,
  history: [act(1, "RuleFiled"), act(2, "RulePublished")],
};

const filed = (clauses = CLAUSES, hash = "a1"): FiledText => ({
  hash,
  // The comparison reads version and clauses only.
  bundle: { content: { version: "1", clauses } } as FiledText["bundle"],
});

const check = (changes: Partial<ShownRule>, given = filed()) =>
  sameRule({ ...SHOWN, ...changes }, PROVEN, given);

test("a page with the proven acts and the filed text is the same; a mere filing is not shown", () => {
  assert.equal(check({}), "same");
});

test("the proof of another rule, or of another body's, proves nothing of the page", () => {
  assert.equal(check({ rule: "other" }), "other-subject");
  assert.equal(check({ institution: "CNCA-R-2026-902" }), "other-subject");
});

const [clause] = SHOWN.clauses;
assert.ok(clause);
const changed = [{ ...clause, text: text("适用于一切服务。") }];

const DIFFERENT: [string, Partial<ShownRule>, FiledText?][] = [
  ["leaves out an act", { history: SHOWN.history.slice(0, 1) }],
  ["adds an act", { history: [...SHOWN.history, act(9, "RuleCancelled")] }],
  ["turns an act into another", { history: [act(1, "RuleFiled"), act(2, "RuleAccepted")] }],
  [
    "gives a reason that nobody gave",
    { history: [act(1, "RuleFiled"), act(2, "RulePublished", { reason: "因故" })] },
  ],
  ["changes a clause", { clauses: changed }],
  ["shows a text under another hash", { contentHash: "b2" }],
  [
    "was given a changed text that agrees with the page",
    { clauses: changed },
    filed(changed, "c3"),
  ],
  ["shows a version that was never filed", { version: "7" }],
];
for (const [name, changes, given] of DIFFERENT) {
  test(`a page that ${name} differs from its proof`, () =>
    assert.equal(check(changes, given), "other-records"));
}
