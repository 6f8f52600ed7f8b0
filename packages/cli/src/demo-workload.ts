/** The executable part of an invented draft; nothing in it is quoted from anywhere. */
export const WORKLOAD = {
  pack: `id: team-workload
version: "1"
number: YS-R-003
title: { zh: 审核人员工作量规则（演示）, en: "Workload of audit teams, rules (demo)" }
issuer: { zh: 演示机构, en: a demo body }
category: management-system
issuedOn: "2026-01-01"
inForceFrom: "2026-01-01"
inForceUntil: null
schemes: [ANY]
itemCodes: []
basis: []
clauses:
  - number: "1"
    title: { zh: 每人现场天数, en: On-site days of a person }
    text: { zh: 审核组每名成员一年的现场审核不超过八十天。, en: Nobody in a team is on site for more than eighty days a year. }
    source: 演示，非真实规则
    confidence: high
parameters:
  - { id: daysMax, value: 80, unit: 天, source: 演示，非真实规则, confidence: high }
requirements:
  - id: days-of-everybody
    clause: "1"
    kind: limit
    on: AuditParticipationReported
    title: { zh: 每名成员现场天数不超限, en: On-site days of everybody within the limit }
    requires: daysInCycleYear <= param.daysMax
    because:
      met: { zh: "本年现场 {daysInCycleYear} 天", en: "{daysInCycleYear} on-site days this year" }
      notMet: { zh: "本年现场 {daysInCycleYear} 天，过多", en: "{daysInCycleYear} on-site days this year, too many" }
    severity: minor
    remedy: { zh: 调整分派, en: Assign others }
`,
  examples: `usual: {}
examples:
  days-of-everybody:
    given: { scheme: QMS, stage: stage-2, startOn: "2026-02-03", endOn: "2026-02-04", qualification: auditor, registrationGiven: true, reportedOn: "2026-02-12", connectedOn: "2026-01-01" }
    cases:
      - { name: 十天, expect: met, facts: { daysInCycleYear: 10 } }
      - { name: 恰好八十天, expect: met, boundary: true, facts: { daysInCycleYear: 80 } }
      - { name: 八十天半, expect: not-met, facts: { daysInCycleYear: 80.5 } }
`,
};
