export const words = {
  lead: {
    zh: "把已发布的规则换个参数值，在历史记录上重新判定，看哪些结论会变。什么都不会被记录或改动。",
    en: "Gives a parameter of a published rule another value and judges the recorded acts again, to see which outcomes flip. Nothing is recorded or changed.",
  },
  begin: { zh: "开始试算", en: "Begin" },
  rule: { zh: "规则代号", en: "Rule" },
  version: { zh: "版本", en: "Version" },
  parameters: { zh: "参数（每行一个：参数=值）", en: "Parameters (one a line: parameter=value)" },
  since: { zh: "从哪天起的行为", en: "Acts since" },
  runs: { zh: "试算", en: "Runs" },
  none: { zh: "还没有试算", en: "No runs yet" },
  noneWay: { zh: "在上面填写后开始。", en: "Begin one above." },
  read: { zh: "已读", en: "read" },
  tried: { zh: "已试算", en: "tried" },
  flipped: { zh: "结论变化", en: "flipped" },
  cancel: { zh: "停止", en: "Stop" },
  resume: { zh: "继续", en: "Go on" },
  result: { zh: "看结果", en: "Result" },
  counts: { zh: "变化（按机构与条款）", en: "What flips, by institution and clause" },
  cases: { zh: "案例（每类的前几件）", en: "Cases, the first of each kind" },
  nothing: { zh: "没有结论变化。", en: "No outcome flips." },
  acts: { zh: "项", en: "acts" },
  clause: { zh: "条款", en: "clause" },
};

export const stateNames = {
  running: { zh: "进行中", en: "running" },
  cancelled: { zh: "已停止", en: "stopped" },
  failed: { zh: "出错", en: "failed" },
  finished: { zh: "完成", en: "finished" },
};

export const outcomeNames = {
  met: { zh: "符合", en: "met" },
  "not-met": { zh: "不符合", en: "not met" },
  "not-applicable": { zh: "不适用", en: "not applicable" },
  "cannot-tell": { zh: "无法判断", en: "cannot tell" },
};
