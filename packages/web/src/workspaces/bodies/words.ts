import type { Institution, LocalText } from "@suzheng/api-contract";
import type { Column } from "./sort-bodies.ts";

export const words = {
  lead: {
    zh: "已接入的机构、它们的证书今天的状态，和有多少张证书有规则要求的事项过了期限、尚未见报送。都来自公开的数据。",
    en: "Connected bodies, how their certificates stand today, and how many are past a deadline of the rules with nothing reported. All of it is public.",
  },
  none: { zh: "还没有机构接入", en: "No body is connected yet" },
  noneWay: { zh: "机构接入后在这里列出。", en: "Bodies are listed here once they are connected." },
  shown: (bodies: number, on: string): LocalText => ({
    zh: `${bodies} 家机构，${on} 的状态，按最近一次报送。`,
    en: `${bodies} ${bodies === 1 ? "body" : "bodies"}; status on ${on}, by what was reported last.`,
  }),
  columns: {
    name: { zh: "机构", en: "Body" },
    valid: { zh: "有效", en: "Valid" },
    suspended: { zh: "暂停", en: "Suspended" },
    withdrawn: { zh: "撤销", en: "Withdrawn" },
    cancelled: { zh: "注销", en: "Cancelled" },
    expired: { zh: "过期", en: "Expired" },
    overdue: { zh: "过了期限", en: "Past a deadline" },
    lastReportedAt: { zh: "最近报送", en: "Last report" },
  } satisfies Record<Column, LocalText>,
  sortBy: { zh: "排序", en: "Order" },
  notKnown: { zh: "未算出", en: "not known yet" },
  never: { zh: "还没有报送", en: "none yet" },
  approval: {
    active: { zh: "批准正常", en: "approval active" },
    suspended: { zh: "批准暂停", en: "approval suspended" },
    withdrawn: { zh: "批准撤销", en: "approval withdrawn" },
    cancelled: { zh: "批准注销", en: "approval cancelled" },
  } satisfies Record<Institution["status"], LocalText>,
};
