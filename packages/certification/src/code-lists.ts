import type { LocalText } from "./local-text.ts";

/** One official code; `word` is the name the rest of the platform uses for it. */
export type CodeLabel = LocalText & { readonly word?: string };

export type CodeList = {
  /**
   * Where the codes were read; marks as in the domain reference: [V] read, [G] general knowledge.
   */
  readonly source: string;
  /** A closed list rejects unknown codes. An open one is known to be incomplete: it only warns. */
  readonly closed: boolean;
  readonly codes: Readonly<Record<string, CodeLabel>>;
};

const READ = "[V] code tables in two certification bodies' software (S-60)";

export const CODE_LISTS = {
  certificateStatus: {
    source: READ,
    closed: true,
    codes: {
      "01": { zh: "有效", en: "valid", word: "valid" },
      "02": { zh: "暂停", en: "suspended", word: "suspended" },
      "03": { zh: "撤销", en: "withdrawn", word: "withdrawn" },
      "04": { zh: "注销", en: "cancelled", word: "cancelled" },
      "05": { zh: "过期失效", en: "expired", word: "expired" },
    },
  },
  auditActivity: {
    source: `${READ}; 06 exists, its meaning was not seen`,
    closed: true,
    codes: {
      "01": { zh: "初次认证", en: "initial certification", word: "initial" },
      "02": { zh: "再认证", en: "recertification", word: "recertification" },
      "03": { zh: "监督审核", en: "surveillance", word: "surveillance" },
      "04": { zh: "特殊审核", en: "special audit", word: "special" },
      "05": { zh: "变更", en: "change", word: "change" },
      "06": { zh: "其他", en: "other", word: "other" },
    },
  },
  auditStage: {
    source: READ,
    closed: true,
    codes: {
      "0101": { zh: "初次认证第一阶段", en: "initial audit, stage 1", word: "stage-1" },
      "0102": { zh: "初次认证第二阶段", en: "initial audit, stage 2", word: "stage-2" },
      "0201": { zh: "再认证审核", en: "recertification audit", word: "recertification" },
      "03": { zh: "监督审核", en: "surveillance audit", word: "surveillance" },
      "04": { zh: "特殊审核", en: "special audit", word: "special" },
    },
  },
  auditMode: {
    source: "[V] 市监认证(司)函〔2021〕102号 (S-36)",
    closed: true,
    codes: {
      FS01: { zh: "现场审核", en: "on site", word: "on-site" },
      FS02: { zh: "远程审核", en: "remote", word: "remote" },
      FS03: { zh: "现场与远程结合", en: "on site and remote", word: "mixed" },
    },
  },
  reportType: {
    source: READ,
    closed: true,
    codes: {
      "01": { zh: "新发证", en: "new certificate", word: "new" },
      "02": { zh: "换证", en: "re-issue", word: "reissue" },
      "04": { zh: "变更不换证", en: "change without re-issue", word: "change" },
      "05": { zh: "状态变化", en: "status change", word: "status" },
    },
  },
  reissueCause: {
    source: READ,
    closed: false,
    codes: {
      "0101": { zh: "监督换证", en: "surveillance" },
      "0102": { zh: "再认证换证", en: "recertification" },
      "0103": { zh: "机构转换", en: "transfer from another body" },
      "0104": { zh: "内容变更", en: "content changed" },
      "0199": { zh: "其他", en: "other" },
    },
  },
  changeType: {
    source: READ,
    closed: false,
    codes: {
      "01": { zh: "名称变更", en: "renamed" },
      "02": { zh: "地址变更", en: "address changed" },
      "03": { zh: "组织其他信息变更", en: "other organisation details changed" },
      "04": { zh: "认可标志变更", en: "accreditation mark changed" },
      "05": { zh: "扩大范围", en: "scope extended" },
      "06": { zh: "缩小范围", en: "scope reduced" },
      "08": { zh: "标准换版", en: "standard changed" },
      "09": { zh: "组织代码变更", en: "organisation code changed" },
      "96": { zh: "取消 CNAS 标志", en: "CNAS mark dropped" },
      "97": { zh: "状态变化", en: "status changed" },
      "97_01": { zh: "暂停", en: "suspended" },
      "97_02": { zh: "恢复", en: "restored" },
      "97_03": { zh: "撤销", en: "withdrawn" },
      "97_05": { zh: "过期失效", en: "expired" },
      "99": { zh: "其他", en: "other" },
    },
  },
  accreditationMark: {
    source: READ,
    closed: false,
    codes: {
      "01": { zh: "CNAS（中国）", en: "CNAS (China)" },
      "02": { zh: "UKAS（英国）", en: "UKAS (United Kingdom)" },
      "03": { zh: "JAS-ANZ（澳大利亚和新西兰）", en: "JAS-ANZ (Australia and New Zealand)" },
      "04": { zh: "ANAB（美国）", en: "ANAB (United States)" },
      "05": { zh: "RvA（荷兰）", en: "RvA (Netherlands)" },
      "06": { zh: "JAB（日本）", en: "JAB (Japan)" },
      "99": { zh: "其他", en: "other" },
    },
  },
  riskLevel: {
    source: "[V] reporting template 103010 (S-61)",
    closed: true,
    codes: {
      "01": { zh: "高风险", en: "high risk", word: "high" },
      "02": { zh: "中风险", en: "medium risk", word: "medium" },
      "03": { zh: "低风险", en: "low risk", word: "low" },
    },
  },
  overdueCause: {
    source: "[V] reporting template 103010 (S-61)",
    closed: false,
    codes: {
      "01": { zh: "季节性生产", en: "seasonal production" },
      "02": { zh: "无在建项目", en: "no project running" },
      "03": { zh: "未缴费", en: "fee unpaid" },
      "04": { zh: "改制重组", en: "restructuring" },
      "05": { zh: "其他", en: "other" },
    },
  },
  suspensionCause: {
    source: `${READ}, list for QMS`,
    closed: false,
    codes: {
      "0111": {
        zh: "持续或严重不满足认证要求（含有效性）",
        en: "persistent or serious nonconformity",
      },
      "0112": { zh: "未履行认证合同义务", en: "contract duties not met" },
      "0113": { zh: "被执法部门处罚", en: "penalised by an enforcement authority" },
      "0114": { zh: "地方监管部门发现问题", en: "problem found by the local regulator" },
      "0115": {
        zh: "许可证过期，换证已受理尚未批准",
        en: "licence expired, renewal accepted, not yet issued",
      },
      "0116": { zh: "组织主动请求", en: "requested by the organisation" },
      "0199": { zh: "其他", en: "other" },
    },
  },
  withdrawalCause: {
    source: `${READ}, list for QMS`,
    closed: false,
    codes: {
      "0111": { zh: "法律地位丧失", en: "legal status lost" },
      "0112": { zh: "拒绝检查或提供虚假材料", en: "refused inspection or gave false material" },
      "0113": {
        zh: "确认负有责任的重大质量安全事故",
        en: "major quality or safety accident confirmed as its fault",
      },
      "0114": { zh: "其他严重违法被处罚", en: "penalised for another serious violation" },
      "0115": { zh: "暂停期满问题未解决", en: "suspension over, problem unsolved" },
      "0116": { zh: "体系未运行", en: "system not operated" },
      "0117": {
        zh: "误用认证信息超过六个月未纠正",
        en: "misuse of certification claims uncorrected for over six months",
      },
      "0120": { zh: "换发新证书", en: "replaced by a new certificate" },
      "0199": { zh: "其他", en: "other" },
    },
  },
  qualification: {
    source: READ,
    closed: true,
    codes: {
      "01": { zh: "高级审核员", en: "senior auditor", word: "senior" },
      "02": { zh: "审核员", en: "auditor", word: "auditor" },
      "03": { zh: "实习审核员", en: "trainee auditor", word: "trainee" },
      "04": { zh: "技术专家", en: "technical expert", word: "expert" },
      "99": { zh: "其他", en: "other", word: "other" },
    },
  },
  teamRole: {
    source: "[G] the role codes were not seen; words are read as well as codes",
    closed: false,
    codes: {
      "01": { zh: "组长", en: "team leader", word: "leader" },
      "02": { zh: "组员", en: "team member", word: "member" },
      "03": { zh: "技术专家", en: "technical expert", word: "expert" },
      "04": { zh: "观察员", en: "observer", word: "observer" },
      "99": { zh: "其他", en: "other", word: "other" },
    },
  },
  itemCode: {
    source:
      "[V] S-60, S-61, S-63 (fact X-07); a longer code is named by its longest known beginning",
    closed: false,
    codes: {
      A01: { zh: "质量管理体系认证", en: "quality management system" },
      A0102: {
        zh: "工程建设施工企业质量管理体系认证",
        en: "quality management of construction enterprises (GB/T 50430)",
      },
      A02: { zh: "环境管理体系认证", en: "environmental management system" },
      A03: {
        zh: "职业健康安全管理体系认证",
        en: "occupational health and safety management system",
      },
      A04: { zh: "食品农产品管理体系认证", en: "food and agricultural management systems" },
      A05: { zh: "信息安全管理体系认证", en: "information security management system" },
      A0901: { zh: "能源管理体系认证", en: "energy management system" },
      A10: { zh: "知识产权管理体系认证", en: "intellectual property management system" },
    },
  },
  institutionStatus: {
    source: "words of this platform",
    closed: true,
    codes: {
      active: { zh: "正常", en: "active", word: "active" },
      suspended: { zh: "责令停业整顿", en: "suspended", word: "suspended" },
      withdrawn: { zh: "撤销批准", en: "approval withdrawn", word: "withdrawn" },
      cancelled: { zh: "注销", en: "cancelled", word: "cancelled" },
    },
  },
} as const satisfies Record<string, CodeList>;

export type CodeListName = keyof typeof CODE_LISTS;

const codesOf = (list: CodeListName): Readonly<Record<string, CodeLabel>> => CODE_LISTS[list].codes;

export function labelOf(list: CodeListName, codeOrWord: string): LocalText | null {
  const codes = codesOf(list);
  const direct = codes[codeOrWord];
  return direct ?? Object.values(codes).find((label) => label.word === codeOrWord) ?? null;
}

/** Whether an item code is in the list, below a code of it, or a beginning of one. */
export const isKnownItemCode = (code: string): boolean =>
  Object.keys(CODE_LISTS.itemCode.codes).some(
    (known) => code.startsWith(known) || known.startsWith(code),
  );

/** The platform's word for an official code; null for a code the list does not know. */
export function wordOf(list: CodeListName, code: string): string | null {
  return codesOf(list)[code]?.word ?? null;
}

/** The official code of a word; for writing report files. */
export function codeOf(list: CodeListName, word: string): string | null {
  const found = Object.entries(codesOf(list)).find(([, label]) => label.word === word);
  return found?.[0] ?? null;
}
