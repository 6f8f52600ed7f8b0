import assert from "node:assert/strict";
import { test } from "node:test";
import type { Act } from "@suzheng/api-contract";
import { standing } from "./standing.ts";

type Outcome = Act["verdicts"][number]["outcome"];

let index = 0;
/** One person's part in an audit, judged by one requirement. */
function judged(occurredOn: string, outcome: Outcome): Act {
  index += 1;
  return {
    log: { institution: "CNCA-R-2099-001", index, leafHash: "" },
    stream: "certificate/99925Q00001R0S",
    version: index,
    type: "AuditParticipationReported",
    occurredOn,
    recordedAt: `${occurredOn}T01:00:00.000Z`,
    cycle: 0,
    people: [],
    data: { stage: "0104" },
    verdicts: [
      {
        pack: "cnca-qms-01",
        version: "2025",
        requirement: "certificates-per-auditor",
        title: { zh: "匹配证书数", en: "certificates matched" },
        ruleTitle: { zh: "质量管理体系认证规则", en: "QMS rules" },
        clause: "3.10",
        kind: "limit",
        outcome,
        because: { zh: outcome, en: outcome },
        facts: {},
        confidence: "high",
        unconfirmed: false,
      },
    ],
  };
}

const outcomes = (acts: Act[]) =>
  standing(acts).flatMap(({ verdicts }) => verdicts.map(({ outcome }) => outcome));

test("of the people of one audit the worst verdict stands, whoever comes first", () => {
  assert.deepEqual(outcomes([judged("2026-10-28", "met"), judged("2026-10-28", "not-met")]), [
    "not-met",
  ]);
  assert.deepEqual(outcomes([judged("2026-10-28", "not-met"), judged("2026-10-27", "met")]), [
    "not-met",
  ]);
  assert.deepEqual(outcomes([judged("2026-10-28", "met"), judged("2026-10-28", "cannot-tell")]), [
    "cannot-tell",
  ]);
});

test("a later audit that meets the requirement takes the place of one that did not", () => {
  const [pack] = standing([judged("2026-10-28", "met"), judged("2025-10-20", "not-met")]);
  assert.deepEqual(pack?.counts, { met: 1, "not-met": 0, "cannot-tell": 0, "not-applicable": 0 });
});
