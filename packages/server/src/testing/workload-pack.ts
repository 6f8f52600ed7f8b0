/**
 * An invented rule about everybody in a team, trainees and experts included, whose totals the
 * published rules do not note.
 */
export const WORKLOAD = workloadPack({ id: "sample-workload", max: 2 });

/** The two texts of it; nothing in it is quoted from anywhere. */
export function workloadPack({ id, max }: { id: string; max: number }) {
  return {
    pack: `id: ${id}
version: "1"
number: YS-R-900
title: { zh: 审核人员工作量规则（样例）, en: "Workload of audit teams, rules (sample)" }
issuer: { zh: 样例认证有限公司, en: Sample Certification Ltd }
category: management-system
issuedOn: "2026-01-01"
inForceFrom: "2026-01-01"
inForceUntil: null
schemes: [ANY]
itemCodes: []
basis: []
clauses:
  - number: "1"
    title: { zh: 每人证书数, en: Certificates of a person }
    text: { zh: 一人一年参与审核的证书不宜过多。, en: Nobody audits for too many certificates in a year. }
    source: 样例，非真实规则
    confidence: high
parameters:
  - { id: certificatesMax, value: ${max}, unit: 张, source: 样例，非真实规则, confidence: high }
requirements:
  - id: certificates-of-a-person
    clause: "1"
    kind: limit
    on: AuditParticipationReported
    title: { zh: 每人证书数不超限, en: Certificates of a person within the limit }
    requires: certificatesInCycleYear <= param.certificatesMax
    because:
      met: { zh: "参与证书 {certificatesInCycleYear} 张", en: "{certificatesInCycleYear} certificates" }
      notMet: { zh: "参与证书 {certificatesInCycleYear} 张，过多", en: "{certificatesInCycleYear} certificates, too many" }
    severity: minor
    remedy: { zh: 调整分派, en: Assign others }
`,
    examples: `usual: {}
examples:
  certificates-of-a-person:
    given: { scheme: QMS, stage: stage-2, startOn: "2026-02-03", endOn: "2026-02-04", qualification: auditor, registrationGiven: true, reportedOn: "2026-02-12", connectedOn: "2026-01-01" }
    cases:
      - { name: 一张, expect: met, facts: { certificatesInCycleYear: 1 } }
      - { name: 恰好到上限, expect: met, boundary: true, facts: { certificatesInCycleYear: ${max} } }
      - { name: 超过上限, expect: not-met, facts: { certificatesInCycleYear: ${max + 1} } }
`,
  };
}
