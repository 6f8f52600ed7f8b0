import type { LocalText } from "@suzheng/api-contract";

const text = (zh: string, en: string): LocalText => ({ zh, en });

export const words = {
  inboxLead: text(
    "到期前的提醒、超期和随之而来的下一步。“已读”只是您自己的；“办结”是全机构的，由质量负责人确认，可以撤回；报送了结的，自动不再列出。",
    "Reminders, what is overdue, and the step that follows. Read is yours alone; done is said for everybody, by the quality-responsible person, and can be taken back; what a report has closed is listed no longer.",
  ),
  showAll: text("也显示已了结和更早的消息", "Show what is closed and earlier messages, too"),
  noItems: text("没有待办的消息", "Nothing is waiting"),
  noItemsWay: text(
    "临近期限或超期时，这里会有消息。全部期限见“到期事项”。",
    "Messages come when a deadline is near or over. All of them are under Deadlines.",
  ),
  noItemsFound: text("没有这样编号的证书的消息", "No message about a certificate of that number"),
  bodiesOnly: text("贵单位没有到期事项", "Your organisation has no deadlines"),
  bodiesOnlyWay: text(
    "期限属于颁发证书的认证机构。贵单位收到的申请在“期限暂停”和“规则审核”中。",
    "Deadlines belong to the bodies whose certificates they are. What bodies ask of you is under Pauses of deadlines and Review.",
  ),
  markRead: text("标为已读", "Mark as read"),
  markDone: text("办结", "Done"),
  doneAsk: text("为全机构办结这条消息？", "Settle this message for the whole institution?"),
  doneNote: text(
    "同事的收件箱中也不再列为待办；您的姓名和时间会显示。期限本身不变，只由报送了结。",
    "It waits for no colleague any longer; your name and the time are shown. The deadline itself stays: only a report closes it.",
  ),
  settled: (number: string) => text(`已办结：${number}`, `Done: ${number}`),
  isDone: (by: string | null, at: string) =>
    by === null
      ? text(`已办结，${at}`, `done, ${at}`)
      : text(`${by} 已办结，${at}`, `done by ${by}, ${at}`),
  takeBack: text("撤回办结", "Not done after all"),
  closed: text("已不再适用", "no longer open"),
  unread: text("未读", "unread"),
  saidOn: text("发于", "said on"),
  clause: text("条款", "clause"),
  search: text("按证书编号查找", "Find by certificate number"),
  csv: text("下载 CSV（可用 Excel 打开）", "Download as CSV (opens in Excel)"),
  byState: text("按状态筛选", "By state"),
  all: text("全部", "All"),
  onlyTolled: text("只看因暂停顺延的", "Only those that a pause has moved"),
  obligationsLead: text(
    "本机构证书的未了期限：超期的在前，然后是先到期的；已失效和已转下一步的在最后。",
    "What your certificates are bound to: overdue first, then what is due soonest; what has lapsed or was passed on comes last.",
  ),
  none: text("没有未了的期限", "No open deadlines"),
  noneWay: text(
    "报送证书后，平台按规则算出期限，一分钟内显示。",
    "They are reckoned from the certificates that you report and show within a minute.",
  ),
  noneFound: text("没有符合条件的期限", "No such deadlines"),
  noneFoundWay: text(
    "少写几位编号，或放宽筛选条件。",
    "Type less of the number, or choose less narrowly.",
  ),
  due: text("到期", "due"),
  setFor: text("原定", "set for"),
  dueToday: text("今天到期", "due today"),
  nextStepOpened: text("已转下一步", "passed on"),
  nextStep: text("已转入：", "passed on to: "),
  daysLeft: (days: number) => text(`还有 ${days} 天`, days === 1 ? "in 1 day" : `in ${days} days`),
  daysLate: (days: number) =>
    text(`已过 ${days} 天`, days === 1 ? "1 day ago" : `${days} days ago`),
  closes: text("如何了结", "Closed by"),
  remedy: text("怎么办", "What to do"),
  toDo: (remedy: LocalText) => text(`怎么办：${remedy.zh}`, `What to do: ${remedy.en}`),
  seeDuties: text("这张证书的期限", "deadlines of this certificate"),
  moved: text("顺延：", "Moved: "),
  follows: text("逾期后果", "If not done"),
  unconfirmed: text("依据待核实", "reading not confirmed"),
  more: text("更多", "More"),
};

export const kindNames = {
  reminder: text("提醒", "reminder"),
  overdue: text("超期", "overdue"),
  lapsed: text("已失效", "lapsed"),
  escalated: text("转下一步", "next step"),
};

export const stateNames = {
  ahead: text("未到期", "ahead"),
  reminding: text("临近", "soon"),
  overdue: text("超期", "overdue"),
  lapsed: text("已失效", "lapsed"),
};

const STEP_NAMES: Readonly<Record<string, LocalText>> = {
  surveillance: text("监督审核", "surveillance"),
  suspension: text("暂停证书", "suspension"),
  withdrawal: text("撤销证书", "withdrawal"),
  recertification: text("再认证", "recertification"),
  restoring: text("恢复证书", "restoring"),
  "short-notice-audit": text("短时通知审核", "short-notice audit"),
};

/** Rules name their steps themselves; one that none of ours has is shown as it is written. */
export const nameOfStep = (step: string): LocalText => STEP_NAMES[step] ?? text(step, step);
