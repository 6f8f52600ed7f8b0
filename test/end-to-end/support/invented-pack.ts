/** An executable part with one limit, under clause 3, and the examples that a pack has to bring. */
export function inventedPack(rule: string, version: string, daysMax: number) {
  const said = "{daysInCycleYear}";
  return {
    pack: `id: ${rule}
version: "${version}"
number: YL-R-001
title: { zh: "远程服务能力认证规则", en: "Remote service capability" }
issuer: { zh: "样例认证有限公司", en: "Sample Certification" }
category: service
issuedOn: 2025-12-01
inForceFrom: 2026-01-01
inForceUntil: null
schemes: [OTHER]
itemCodes: [A01]
basis: []
clauses:
  - number: "3"
    title: { zh: "审核员", en: "Auditors" }
    text: { zh: "审核员的现场审核天数有上限。", en: "An auditor's days on site are limited." }
    source: 样例
    confidence: high
parameters:
  - { id: daysMax, value: ${daysMax}, unit: 天/周期年, source: 样例, confidence: high }
requirements:
  - id: on-site-days
    clause: "3"
    kind: limit
    on: AuditParticipationReported
    title: { zh: "现场审核天数不超过上限", en: "Days on site stay within the limit" }
    requires: daysInCycleYear <= param.daysMax
    because:
      met: { zh: "累计 ${said} 天", en: "${said} days" }
      notMet: { zh: "累计 ${said} 天，超过 {param.daysMax} 天", en: "${said} days, over {param.daysMax}" }
    severity: major
    remedy: { zh: "改派", en: "assign another" }
`,
    examples: `usual:
  AuditParticipationReported: { scheme: OTHER, startOn: 2026-04-13, endOn: 2026-04-15 }
examples:
  on-site-days:
    cases:
      - { name: 少, expect: met, facts: { daysInCycleYear: 100 } }
      - { name: 恰好, expect: met, boundary: true, facts: { daysInCycleYear: ${daysMax} } }
      - { name: 超出, expect: not-met, facts: { daysInCycleYear: ${daysMax + 1} } }
`,
  };
}
