import type { LocalText } from "@suzheng/api-contract";

const text = (zh: string, en: string): LocalText => ({ zh, en });

export const words = {
  lead: text(
    "因客观原因暂停一类期限的计时。申请须写明理由，由监管审查员批准，并记入有关机构的日志；有关期限按暂停的天数顺延。",
    "Stops the clock of a class of deadlines for a reason that is on record. A regulator's reviewer approves it; it then stands in the log of each institution concerned, and the deadlines move by the days of the pause.",
  ),
  none: text("没有暂停申请", "No requests"),
  noneWay: text("需要时在下面提出。", "Ask for one below when you need it."),
  ask: text("申请暂停", "Ask for a pause"),
  deadlines: text("暂停哪些期限", "Which deadlines"),
  allDeadlines: text("全部期限", "All deadlines"),
  someDeadlines: text("只暂停所选期限", "Only those chosen"),
  regions: text(
    "地区（行政区划代码，空格分隔；不填为全部地区）",
    "Regions (GB/T 2260 codes, by spaces; empty: all)",
  ),
  allRegions: text("全部地区", "all regions"),
  regionList: (codes: string) => text(`地区 ${codes}`, `regions ${codes}`),
  institutions: text(
    "机构（批准号，空格分隔；不填为全部已接入机构）",
    "Institutions (approval numbers, by spaces; empty: all that are connected)",
  ),
  from: text("暂停起始日", "Clock stops on"),
  until: text("恢复计时日", "Clock runs again on"),
  reason: text("理由（将公开，不写个人信息）", "Reason (public; no personal data)"),
  submit: text("提交申请", "Ask"),
  asked: text("已提交申请", "Asked"),
  span: (from: string, until: string, days: number) =>
    text(
      `${from} 起至 ${until} 前，暂停 ${days} 天`,
      `from ${from} until before ${until}: ${days} ${days === 1 ? "day" : "days"}`,
    ),
  days: (days: number) =>
    text(`暂停 ${days} 天`, `The clock stands still for ${days} ${days === 1 ? "day" : "days"}.`),
  askedBy: (name: string, on: string) => text(`${name} 于 ${on} 申请`, `asked by ${name} on ${on}`),
  decidedOn: (on: string) => text(`${on} 决定`, `decided on ${on}`),
  concerns: text("涉及机构", "institutions concerned"),
  approve: text("批准", "Approve"),
  approveAsk: text(
    "批准后记入日志，不能撤回。",
    "It is recorded in the log and cannot be taken back.",
  ),
  refuse: text("不予批准", "Refuse"),
  refuseNote: (about: string) =>
    text(
      `申请：${about}。不予批准后，申请不影响任何期限。`,
      `Asked: ${about}. Refused, it changes no deadline.`,
    ),
  refuseReason: text(
    "不予批准的理由（申请机构可见）",
    "Why it is refused (the institution that asked reads it)",
  ),
  refusedBecause: (reason: string) =>
    text(`不予批准的理由：${reason}`, `refused because: ${reason}`),
  seeMoved: text("查看顺延的期限", "See what it has moved"),
};

/** Why a request cannot be handed in yet. */
export const lacks = {
  deadlines: text("先选择要暂停的期限。", "Choose the deadlines first."),
  regions: text(
    "地区须是六位行政区划代码，如 350000。",
    "Regions are codes of six digits, such as 350000.",
  ),
  days: text("先填写起始日和恢复计时日。", "Give both days first."),
  order: text("恢复计时日须晚于起始日。", "The clock has to run again after the day it stops."),
  reason: text("先写明理由。", "Give the reason first."),
};

export const tollingStates = {
  requested: text("待审", "requested"),
  approving: text("记录中", "being recorded"),
  approved: text("已批准", "approved"),
  refused: text("未批准", "refused"),
};
