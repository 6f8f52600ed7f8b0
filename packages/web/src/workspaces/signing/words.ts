export const words = {
  sheetLead: {
    zh: "以下内容将以您个人的名义签署，记入日志后不能删改。请逐项核对。",
    en: "You will sign the following personally. Once in the log it cannot be changed or removed. Check every line.",
  },
  exact: { zh: "被签署的原文（规范 JSON）", en: "The exact text signed (canonical JSON)" },
  hash: { zh: "原文的 SHA-256", en: "SHA-256 of that text" },
  certificates: (count: number) => ({
    zh: `此事涉及 ${count} 张证书。`,
    en: `${count} certificates are concerned.`,
  }),
  checked: {
    zh: "我已逐项核对，以我个人名义签署",
    en: "I have checked every line and sign personally",
  },
  sign: { zh: "用通行密钥签署", en: "Sign with the passkey" },
  done: { zh: "已签署并记入日志", en: "Signed and recorded" },
  position: (index: number) => ({
    zh: `日志第 ${index} 条`,
    en: `Entry ${index} of the log`,
  }),
  at: { zh: "记录时间", en: "Recorded at" },
  openRule: { zh: "查看这部规则", en: "Open the rule" },
  publicPage: { zh: "公众看到的内容", en: "What the public reads" },
  proof: { zh: "下载证明文件", en: "Download the proof" },
  close: { zh: "关闭", en: "Close" },
};

/**
 * The fields of a statement that people know by a name, in reading order; the others are shown
 * after them as they are.
 */
export const statementNames: Record<string, { zh: string; en: string }> = {
  type: { zh: "行为", en: "Act" },
  title: { zh: "名称", en: "Title" },
  rule: { zh: "规则", en: "Rule" },
  ruleVersion: { zh: "版本", en: "Version" },
  titleEnglish: { zh: "英文名称", en: "English title" },
  category: { zh: "认证类别", en: "Category" },
  field: { zh: "认证领域", en: "Field" },
  number: { zh: "规则编号", en: "Number" },
  issuer: { zh: "发布机构", en: "Issuer" },
  issuedOn: { zh: "发布日期", en: "Issued on" },
  updatedOn: { zh: "更新日期", en: "Updated on" },
  itemCodes: { zh: "认证项目代码", en: "Item codes" },
  contentHash: { zh: "文本的 SHA-256", en: "SHA-256 of the text" },
  contentBytes: { zh: "文本长度（字节）", en: "Length of the text, bytes" },
  isExecutable: { zh: "含可执行规则", en: "Executable part" },
  inForceFrom: { zh: "施行日期", en: "In force from" },
  supersedes: { zh: "取代版本", en: "Supersedes version" },
  reason: { zh: "理由", en: "Reason" },
  reviewer: { zh: "审核单位", en: "Reviewing organisation" },
  certificates: { zh: "涉及证书数", en: "Certificates concerned" },
  certificatesHash: { zh: "证书清单的 SHA-256", en: "SHA-256 of the list of certificates" },
  certificatesSettledBy: { zh: "证书处理期限", en: "Certificates settled by" },
  institution: { zh: "机构", en: "Institution" },
  log: { zh: "记入日志", en: "Log" },
  stream: { zh: "日志中的对象", en: "Subject in the log" },
};

export const flagNames: Record<string, { zh: string; en: string }> = {
  true: { zh: "是", en: "yes" },
  false: { zh: "否", en: "no" },
};

export const actNames: Record<string, { zh: string; en: string }> = {
  RuleFiled: { zh: "提交备案", en: "Filed" },
  RulePublished: { zh: "发布", en: "Published" },
  RuleSuperseded: { zh: "被取代", en: "Superseded" },
  RuleCancelled: { zh: "注销", en: "Cancelled" },
  RuleReviewBegun: { zh: "开始审核", en: "Review begun" },
  RuleReturned: { zh: "退回", en: "Returned" },
  RuleAccepted: { zh: "审核通过", en: "Accepted" },
};
