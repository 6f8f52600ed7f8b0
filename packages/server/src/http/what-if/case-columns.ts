import type { LocalText } from "@suzheng/api-contract";
import type { Outcome } from "@suzheng/rules";
import type { CaseColumns } from "../../application/what-if/what-if-cases.ts";
import type { WhatIfCase, WhatIfRun } from "../../application/what-if/what-if-job.ts";

const OUTCOMES: Record<Outcome, LocalText> = {
  met: { zh: "符合", en: "met" },
  "not-met": { zh: "不符合", en: "not met" },
  "not-applicable": { zh: "不适用", en: "not applicable" },
  "cannot-tell": { zh: "无法判断", en: "cannot tell" },
};

const ACTS: Record<string, LocalText> = {
  CertificateReported: { zh: "证书上报", en: "certificate reported" },
  AuditParticipationReported: { zh: "审核参与上报", en: "audit participation reported" },
  AuditPlanReported: { zh: "审核计划上报", en: "audit plan reported" },
};

const HEADS: readonly LocalText[] = [
  { zh: "机构批准号", en: "approval number" },
  { zh: "机构", en: "body" },
  { zh: "条款", en: "clause" },
  { zh: "要求", en: "requirement" },
  { zh: "要求代号", en: "requirement id" },
  { zh: "现行结论", en: "outcome before" },
  { zh: "试算结论", en: "outcome after" },
  { zh: "行为", en: "act" },
  { zh: "发生日", en: "occurred on" },
  { zh: "证书编号", en: "certificate" },
  { zh: "日志序号", en: "log index" },
  { zh: "链接", en: "link" },
];

export type ColumnsOf = {
  run: WhatIfRun;
  /** Names of institutions by approval number. */
  names: ReadonlyMap<string, string>;
  language: keyof LocalText;
  /** Where links of the file lead, such as `https://suzheng.example`. */
  site: string;
};

/** A line of the file for each flip. */
export function caseColumns({ run, names, language, site }: ColumnsOf): CaseColumns {
  const say = (text: LocalText | undefined) => text?.[language] || text?.zh || "";
  const titles = new Map(run.job.requirements.map((one) => [one.requirement, one.title]));
  return {
    heads: HEADS.map(say),
    cellsOf: (one: WhatIfCase) => [
      one.institution,
      names.get(one.institution) ?? "",
      one.clause,
      say(titles.get(one.requirement)),
      one.requirement,
      say(OUTCOMES[one.before]),
      say(OUTCOMES[one.after]),
      say(ACTS[one.type]) || one.type,
      one.occurredOn,
      one.certificate ?? "",
      String(one.index),
      one.certificate === null ? "" : `${site}/c/${encodeURIComponent(one.certificate)}`,
    ],
  };
}
