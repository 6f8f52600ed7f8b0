import type { LocalText, WhatIfProgress } from "@suzheng/api-contract";

export const grouped = (count: number) => count.toLocaleString("en-US");

export const words = {
  lead: {
    zh: "改一个参数，或拿一份草稿，在历史记录上重新判定，看哪些结论会变。什么都不会被记录或改动。",
    en: "Change a parameter or take a draft, and judge the recorded acts again to see which outcomes flip. Nothing is recorded or changed.",
  },
  begin: { zh: "开始试算", en: "Begin" },
  nothingToTry: {
    zh: "先给一个参数填上另一个可用的值，或选一份有可执行规则的草稿。",
    en: "Give a parameter another value first, or choose a draft with an executable part.",
  },
  subject: { zh: "试什么", en: "What to try" },
  subjects: {
    parameters: { zh: "已发布规则换参数", en: "other parameters of a published rule" },
    draft: { zh: "本机构的草稿", en: "a draft of your institution" },
    filed: { zh: "已备案的版本", en: "a filed version" },
    texts: { zh: "提交的规则包", en: "a pack handed in" },
  },
  rule: { zh: "规则", en: "Rule" },
  parametersBase: {
    zh: "与这一版本已发布的参数值比较。",
    en: "It is compared with this version's parameters as published.",
  },
  noParameters: {
    zh: "这一版本没有能影响判定的参数。",
    en: "No parameter of this version decides an outcome.",
  },
  now: { zh: "现值", en: "now" },
  asItIs: { zh: "不变", en: "as it is" },
  unreadable: ({ zh, en }: LocalText): LocalText => ({
    zh: `不能是这个值：须为：${zh}`,
    en: `This value does not do: it is ${en}`,
  }),
  changed: (changes: readonly string[]): LocalText => ({
    zh: `：${changes.join("；")}`,
    en: `: ${changes.join("; ")}`,
  }),
  inBrackets: ({ zh, en }: LocalText): LocalText => ({ zh: `（${zh}）`, en: ` (${en})` }),
  draft: { zh: "草稿", en: "Draft" },
  filed: { zh: "已备案版本", en: "Filed version" },
  notExecutable: { zh: "没有可执行规则", en: "nothing to execute" },
  noPackWay: {
    zh: "先在草稿的“可执行规则”写入规则包。",
    en: "Write its executable part first.",
  },
  openDraft: { zh: "打开草稿", en: "Open the draft" },
  draftAsSaved: (counter: number): LocalText => ({
    zh: `按第 ${counter} 次保存的内容`,
    en: `as it stands, save no. ${counter}`,
  }),
  noDrafts: { zh: "本机构没有草稿", en: "Your institution has no drafts" },
  noDraftsWay: {
    zh: "在“规则”里新建一份，写入可执行规则后再来试算。",
    en: "Begin one under Rules and write its executable part.",
  },
  toRules: { zh: "去规则", en: "To the rules" },
  base: { zh: "与什么比", en: "Compared with" },
  baseNone: { zh: "原来没有这样的规则", en: "no such rule before" },
  baseNoneMeans: {
    zh: "凡草稿能判定的都算新结论：从“不适用”变为符合或不符合。",
    en: "Whatever the draft decides is new: from not applicable to met or not met.",
  },
  baseMeans: {
    zh: "同名的要求逐项比较；草稿没有的要求算“不适用”。",
    en: "Requirements of the same name are compared; one that the draft lacks is not applicable.",
  },
  since: { zh: "从哪天起的行为", en: "Acts since" },
  bodies: { zh: "哪些机构的记录（都不选即全部）", en: "Whose acts (none chosen: everybody's)" },
  ownActs: { zh: "试算的是本机构的记录：", en: "On your own institution's acts:" },
  entries: (count: number): LocalText => ({
    zh: `${grouped(count)} 条记录`,
    en: `${grouped(count)} entries`,
  }),
  packErrors: { zh: "规则包中的错误", en: "What is wrong in the pack" },
  runs: { zh: "试算记录", en: "Runs" },
  none: { zh: "还没有试算", en: "No runs yet" },
  noneWay: { zh: "在上面填写后开始。", en: "Begin one above." },
  sinceDay: (day: string): LocalText => ({ zh: `${day} 起的行为`, en: `acts since ${day}` }),
  begunAt: { zh: "开始于", en: "Begun" },
  progress: { zh: "进度", en: "Progress" },
  numbers: ({ read, entriesTotal, tried, flipped }: WhatIfProgress): LocalText => ({
    zh: `已读 ${grouped(read)} / ${grouped(entriesTotal)} 条 · 试算 ${grouped(tried)} 项行为 · ${grouped(flipped)} 项有结论变化`,
    en: `${grouped(read)} of ${grouped(entriesTotal)} entries read · ${grouped(tried)} acts tried · ${grouped(flipped)} with an outcome that flips`,
  }),
  readOf: (read: number, total: number): LocalText => ({
    zh: `已读 ${grouped(read)} / ${grouped(total)} 条`,
    en: `${grouped(read)} of ${grouped(total)} entries read`,
  }),
  counting: (counted: number): LocalText => ({
    zh: `正在按日志顺序重新累计每人的天数与证书数：${grouped(counted)} 条`,
    en: `counting every person's days and certificates again in the order of the log: ${grouped(counted)} entries`,
  }),
  cancel: { zh: "停止", en: "Stop" },
  resume: { zh: "从停下处继续", en: "Go on from there" },
  result: { zh: "试算结果", en: "Result of a try" },
  nothingRecorded: {
    zh: "这是“如果当时按它判定”的结果，不改变任何记录、证书或义务。",
    en: "What the outcomes would have been. It changes no record, certificate or obligation.",
  },
  soFar: {
    zh: "还没有试完，下面只是到停下处为止的结果。",
    en: "It has not come to its end; this is what was found until it stopped.",
  },
  byClause: { zh: "按条款", en: "By clause" },
  found: (tried: number, flipped: number): LocalText => ({
    zh: `重新判定了 ${grouped(tried)} 项行为，其中 ${grouped(flipped)} 项至少有一个结论变化。`,
    en: `${grouped(tried)} acts were judged again; ${grouped(flipped)} have an outcome that flips.`,
  }),
  flips: { zh: "结论变化", en: "Flips" },
  stayMet: { zh: "仍符合", en: "Still met" },
  stayNotMet: { zh: "仍不符合", en: "Still not met" },
  notApplicable: { zh: "不适用", en: "Not applicable" },
  cannotTell: { zh: "无法判断", en: "Cannot tell" },
  noActs: { zh: "所选日期起没有这类行为。", en: "There are no such acts since that day." },
  notRecorded: {
    zh: "不能试：平台目前不记录这项要求所看的行为。",
    en: "It cannot be tried: acts of the kind that it looks at are not recorded here yet.",
  },
  missing: { zh: "缺", en: "not known:" },
  noValue: {
    zh: "规则没有写明所需的值，或当年节假日未公布。",
    en: "A value that the rule needs is not stated, or that year's holidays are not published.",
  },
  howCounted: { zh: "这些数怎么来", en: "How these are counted" },
  explained: [
    {
      zh: "只看与所比较版本不同的要求；写法与参数都没变的要求不会变，不列出。",
      en: "Only requirements that differ from the version compared with; the others cannot flip.",
    },
    {
      zh: "每项行为按当时判定所记的事实重新判定；当时没有记下的，从日志重新推出。",
      en: "Each act is judged by the facts noted when it was recorded; others are told from the log again.",
    },
    {
      zh: "期限暂停以当时判定所记为准；没有记下的，按没有暂停判定，后来批准的也不计入。",
      en: "Pauses of deadlines are those noted; where none is noted there was none, and pauses approved later do not count.",
    },
    {
      zh: "一个人全年的天数、证书数和是否同时在他处，由本机构日志里的审核参与记录（103011）按顺序重新累计。",
      en: "A person's days, certificates and overlaps are counted again from the audit participations (103011) in the body's log.",
    },
    {
      zh: "不适用：新旧两版都不看这项行为。无法判断：新版所需的事实不知道，例如谁作认证决定属于个人数据，日志里没有。",
      en: "Not applicable: neither version looks at the act. Cannot tell: a fact is not known, for example who made a decision, which is personal data and in no log.",
    },
    {
      zh: "只影响期限的参数（到期日、提醒）没有历史结论可比，不能试算。",
      en: "Parameters of deadlines alone have no past outcomes to compare, so they cannot be tried.",
    },
  ] satisfies readonly LocalText[],
  contradicted: (acts: number): LocalText => ({
    zh: `有 ${grouped(acts)} 项行为，现在从日志推出的事实与当时所记不同；以当时所记为准。`,
    en: `Of ${grouped(acts)} acts the log tells facts otherwise than noted then; those noted were taken.`,
  }),
  nothing: { zh: "没有结论变化", en: "No outcome flips" },
  nothingTried: {
    zh: "所选日期起没有这些要求要看的行为。换一个更早的日期再试。",
    en: "There are no acts since that day that these requirements look at. Try an earlier day.",
  },
  nothingWay: {
    zh: "按试算的写法，这段历史里的结论都和现在一样。",
    en: "Under what was tried, every outcome of this past is as it is now.",
  },
  byBody: { zh: "按机构", en: "By body" },
  flipsIn: (acts: number): LocalText => ({
    zh: `${grouped(acts)} 处变化`,
    en: `${grouped(acts)} flips`,
  }),
  cases: { zh: "逐件", en: "Case by case" },
  csv: { zh: "下载 CSV（可用 Excel 打开）", en: "Download as CSV (opens in Excel)" },
  only: { zh: "只看：", en: "Only:" },
  allCases: { zh: "看全部", en: "Show all" },
  more: { zh: "更多", en: "More" },
  occurredOn: { zh: "发生日", en: "Occurred on" },
  certificate: { zh: "证书", en: "Certificate" },
  clause: { zh: "条款", en: "Clause" },
  body: { zh: "机构", en: "Body" },
  plan: { zh: "审核计划（尚无证书）", en: "audit plan, before any certificate" },
  logIndex: (index: number): LocalText => ({
    zh: `日志第 ${index} 条`,
    en: `entry ${index} of its log`,
  }),
};

export const stateNames: Record<WhatIfProgress["state"], LocalText> = {
  waiting: { zh: "等待其他试算结束", en: "Waiting for other runs" },
  running: { zh: "进行中", en: "Running" },
  stopping: { zh: "正在停止", en: "Stopping" },
  cancelled: { zh: "已停止", en: "Stopped" },
  interrupted: { zh: "因服务重启中断", en: "Interrupted by a restart" },
  failed: { zh: "出错", en: "Failed" },
  finished: { zh: "完成", en: "Finished" },
};

export const outcomeNames = {
  met: { zh: "符合", en: "met" },
  "not-met": { zh: "不符合", en: "not met" },
  "not-applicable": { zh: "不适用", en: "not applicable" },
  "cannot-tell": { zh: "无法判断", en: "cannot tell" },
};
