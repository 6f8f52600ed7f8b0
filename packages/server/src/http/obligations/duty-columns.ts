import type { LocalText, OpenObligation } from "@suzheng/api-contract";
import type { DutyColumns } from "../../application/obligations/duties-as-csv.ts";

const STATES: Record<OpenObligation["state"], LocalText> = {
  ahead: { zh: "未到期", en: "ahead" },
  reminding: { zh: "临近", en: "soon" },
  overdue: { zh: "超期", en: "overdue" },
  lapsed: { zh: "已失效", en: "lapsed" },
};

const HEADS: readonly LocalText[] = [
  { zh: "到期日", en: "due on" },
  { zh: "状态", en: "state" },
  { zh: "证书编号", en: "certificate" },
  { zh: "获证组织", en: "certified organisation" },
  { zh: "事项", en: "what is due" },
  { zh: "怎么办", en: "what to do" },
  { zh: "如何了结", en: "closed by" },
  { zh: "原定到期日", en: "set for" },
  { zh: "顺延原因", en: "why it moved" },
  { zh: "规则", en: "rule" },
  { zh: "规则版本", en: "version" },
  { zh: "条款", en: "clause" },
  { zh: "参数待核实", en: "unconfirmed" },
  { zh: "链接", en: "link" },
];

const UNCONFIRMED: LocalText = { zh: "是", en: "yes" };

type ColumnsOf = {
  language: keyof LocalText;
  /** Where links of the file lead, such as `https://suzheng.example`. */
  site: string;
};

/** A line of the file for each open step. */
export function dutyColumns({ language, site }: ColumnsOf): DutyColumns {
  const say = (text: LocalText | null) => text?.[language] || text?.zh || "";
  return {
    heads: HEADS.map(say),
    cellsOf: (one) => [
      one.dueOn,
      say(STATES[one.state]),
      one.number,
      one.holder ?? "",
      say(one.message),
      say(one.remedy),
      say(one.closes),
      one.setFor ?? "",
      say(one.tolled),
      one.rule,
      one.version,
      one.clause,
      one.unconfirmed ? say(UNCONFIRMED) : "",
      `${site}/c/${encodeURIComponent(one.number)}`,
    ],
  };
}
