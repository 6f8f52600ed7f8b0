export const words = {
  inboxLead: {
    zh: "到期前的提醒、超期和随之而来的下一步。“已读”只是您自己的，“办结”是全机构的。",
    en: "Reminders, what is overdue, and the step that follows. Read is yours alone, done is said for everybody.",
  },
  showDone: { zh: "显示已办结的", en: "Show what is done" },
  noItems: { zh: "没有待办的消息", en: "Nothing is waiting" },
  noItemsWay: {
    zh: "临近期限或超期时，这里会有消息。全部期限见“到期事项”。",
    en: "Messages come when a deadline is near or over. All of them are under Deadlines.",
  },
  markRead: { zh: "标为已读", en: "Mark as read" },
  markDone: { zh: "办结", en: "Done" },
  closed: { zh: "已不再适用", en: "no longer open" },
  unread: { zh: "未读", en: "unread" },
  clause: { zh: "条款", en: "clause" },
  certificate: { zh: "证书", en: "Certificate" },
  search: { zh: "按证书编号查找", en: "Find by certificate number" },
  obligationsLead: {
    zh: "本机构证书的未了期限，先到期的在前。",
    en: "What your certificates are bound to, soonest first.",
  },
  none: { zh: "没有未了的期限", en: "No open deadlines" },
  noneWay: {
    zh: "上报证书后，平台按规则算出期限，一分钟内显示。",
    en: "They are reckoned from the certificates that you report and show within a minute.",
  },
  due: { zh: "到期", en: "due" },
  closes: { zh: "如何了结：", en: "What closes it: " },
  remedy: { zh: "怎么办：", en: "What to do: " },
  moved: { zh: "顺延：", en: "Moved: " },
  follows: { zh: "逾期后果：", en: "What follows: " },
  unconfirmed: { zh: "依据待核实", en: "reading not confirmed" },
  more: { zh: "更多", en: "More" },
  calendar: { zh: "日历订阅", en: "Calendar" },
  calendarNote: {
    zh: "把期限订阅到您的日历。知道地址的人都能读到，请不要转发；停用后立即失效。",
    en: "Subscribe to the deadlines in your calendar. Whoever knows the address can read them; revoking it ends that at once.",
  },
  makeFeed: { zh: "新建日历地址", en: "Make an address" },
  feedMade: { zh: "日历地址（只显示这一次）", en: "Calendar address (shown only now)" },
  revokeFeed: { zh: "停用", en: "Revoke" },
  revokeFeedAsk: { zh: "停用这个日历地址？", en: "Revoke this address?" },
  madeAt: { zh: "建于", en: "Made" },
  tollingLead: {
    zh: "因客观原因暂停一类期限的计时。申请须写明理由，由监管审查员批准，并记入有关机构的日志。",
    en: "Stops the clock of a class of deadlines for a reason that is on record. A regulator's reviewer approves it; it then stands in the log of each institution concerned.",
  },
  noTolling: { zh: "没有暂停申请", en: "No requests" },
  noTollingWay: { zh: "需要时在下面提出。", en: "Ask for one below when you need it." },
  askTolling: { zh: "申请暂停", en: "Ask for a pause" },
  requirements: {
    zh: "要求（代号，空格分隔；all 为全部）",
    en: "Requirements (ids, by spaces; all)",
  },
  regions: { zh: "地区（行政区划代码；all 为全部）", en: "Regions (GB/T 2260 codes; all)" },
  institutions: {
    zh: "机构（批准号；all 为全部）",
    en: "Institutions (approval numbers; all)",
  },
  from: { zh: "暂停起始日", en: "Clock stops on" },
  until: { zh: "恢复计时日", en: "Clock runs again on" },
  reason: { zh: "理由（将公开，不写个人信息）", en: "Reason (public; no personal data)" },
  submit: { zh: "提交申请", en: "Ask" },
  approve: { zh: "批准", en: "Approve" },
  approveAsk: {
    zh: "批准后记入日志，不能撤回。",
    en: "It is recorded in the log and cannot be taken back.",
  },
  refuse: { zh: "不予批准", en: "Refuse" },
  asked: { zh: "已提交申请", en: "Asked" },
};

export const kindNames = {
  reminder: { zh: "提醒", en: "reminder" },
  overdue: { zh: "超期", en: "overdue" },
  lapsed: { zh: "已失效", en: "lapsed" },
  escalated: { zh: "升级", en: "next step" },
};

export const stateNames = {
  ahead: { zh: "未到期", en: "ahead" },
  reminding: { zh: "临近", en: "soon" },
  overdue: { zh: "超期", en: "overdue" },
  lapsed: { zh: "已失效", en: "lapsed" },
};

export const tollingStates = {
  requested: { zh: "待审", en: "requested" },
  approving: { zh: "记录中", en: "being recorded" },
  approved: { zh: "已批准", en: "approved" },
  refused: { zh: "未批准", en: "refused" },
};
