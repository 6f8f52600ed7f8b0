import type { LocalText } from "../local-text.ts";

type Template = LocalText & { readonly severity: "error" | "warning" };

/** Permanent codes. `{value}` is the offending value, `{expected}` what was expected. */
export const ROW_PROBLEMS = {
  required: {
    severity: "error",
    zh: "必填项为空：请填写{label}",
    en: "`{field}` is empty; it must always be given",
  },
  "required-when": {
    severity: "error",
    zh: "条件必填项为空：{expected}时须填写{label}",
    en: "`{field}` is empty; it must be given when {expected}",
  },
  "too-long": {
    severity: "error",
    zh: "内容过长：`{value}`；最多 {expected} 个字符",
    en: "`{value}` is too long; at most {expected} characters are allowed",
  },
  "too-many-values": {
    severity: "error",
    zh: "数值个数过多：共 {value} 个；最多 {expected} 个，以全角分号分隔",
    en: "{value} values are given; at most {expected} are allowed",
  },
  "unknown-code": {
    severity: "error",
    zh: "代码 `{value}` 不在代码表中；应为 {expected} 之一",
    en: "`{value}` is not in the code list; expected one of {expected}",
  },
  "lost-leading-zero": {
    severity: "error",
    zh: "代码 `{value}` 不在代码表中，像是表格软件去掉了前导零：请把这一列设为文本格式，填 {expected}",
    en: "`{value}` is not in the code list; a spreadsheet may have cut its leading zero: make the column text and write {expected}",
  },
  "unlisted-code": {
    severity: "warning",
    zh: "代码 `{value}` 不在已知代码表中，已按原样记录；已知代码为 {expected}",
    en: "`{value}` is not in the known code list and is kept as it is; known are {expected}",
  },
  "not-a-date": {
    severity: "error",
    zh: "`{value}` 不是有效日期；应为 {expected}",
    en: "`{value}` is not a date; expected {expected}",
  },
  "not-a-number": {
    severity: "error",
    zh: "`{value}` 不是有效数字；应为{expected}",
    en: "`{value}` is not a usable number; expected {expected}",
  },
  "not-a-flag": {
    severity: "error",
    zh: "`{value}` 不是有效标志；应为 {expected}",
    en: "`{value}` is not a flag; expected {expected}",
  },
  "uscc-malformed": {
    severity: "error",
    zh: "`{value}` 不是统一社会信用代码或组织机构代码；应为 {expected}",
    en: "`{value}` is not an organisation code; expected {expected}",
  },
  "uscc-check-digit": {
    severity: "error",
    zh: "统一社会信用代码 `{value}` 的校验码不符；按 GB 32100 计算应以 {expected} 结尾，请核对各位",
    en: "`{value}` fails its check character; by GB 32100 it would end in {expected}, check each digit",
  },
  "organisation-code-check-digit": {
    severity: "warning",
    zh: "组织机构代码 `{value}` 的校验码应为 {expected}，请核对",
    en: "`{value}` should have the check character {expected}, please check",
  },
  "certificate-number-malformed": {
    severity: "error",
    zh: "证书编号 `{value}` 含有不允许的字符；只能使用{expected}",
    en: "`{value}` is not a certificate number; only {expected} are allowed",
  },
  "item-code-malformed": {
    severity: "error",
    zh: "认证项目代码 `{value}` 格式不符；应形如 {expected}",
    en: "`{value}` is not a certification item code; expected the shape {expected}",
  },
  "district-malformed": {
    severity: "error",
    zh: "行政区划代码 `{value}` 格式不符；应为 {expected}",
    en: "`{value}` is not an administrative code; expected {expected}",
  },
  "country-malformed": {
    severity: "error",
    zh: "国家代码 `{value}` 格式不符；应为 {expected}",
    en: "`{value}` is not a country code; expected {expected}",
  },
  "industry-unusual": {
    severity: "warning",
    zh: "行业代码 `{value}` 格式少见；应为 {expected}",
    en: "`{value}` is an unusual industry code; expected {expected}",
  },
  "business-scope-unusual": {
    severity: "warning",
    zh: "业务范围代码 `{value}` 格式少见；应为 {expected}",
    en: "`{value}` is an unusual business-scope code; expected {expected}",
  },
  "approval-number-unusual": {
    severity: "warning",
    zh: "批准号 `{value}` 格式少见；通常形如 {expected}",
    en: "`{value}` is an unusual approval number; usually it looks like {expected}",
  },
  "institution-differs": {
    severity: "error",
    zh: "批准号 `{value}` 与本次上报的机构 {expected} 不一致",
    en: "`{value}` is not the institution of this report, {expected}",
  },
  "person-malformed": {
    severity: "error",
    zh: "人员 `{value}` 格式不符；应为 {expected}",
    en: "`{value}` cannot be read as a person; expected {expected}",
  },
  "leader-not-first": {
    severity: "warning",
    zh: "组长 `{value}` 不在首位；{expected}",
    en: "the leader `{value}` does not stand first; {expected}",
  },
  "dates-out-of-order": {
    severity: "error",
    zh: "日期 `{value}` 次序不符；{expected}",
    en: "`{value}` is out of order; {expected}",
  },
  "issued-after-report": {
    severity: "error",
    zh: "发证日期 `{value}` 晚于上报日期 {expected}",
    en: "the issue date `{value}` is later than the day of reporting, {expected}",
  },
  "child-is-its-own-main": {
    severity: "error",
    zh: "子证书的主证书编号 `{value}` 与自身相同；{expected}",
    en: "the child certificate names itself, `{value}`, as its main; {expected}",
  },
} as const satisfies Record<string, Template>;

export type RowErrorCode = keyof typeof ROW_PROBLEMS;

export type RowError = {
  /** Official field name. */
  readonly field: string;
  readonly code: RowErrorCode;
  readonly message: LocalText;
};

export const isWarning = (error: RowError): boolean =>
  ROW_PROBLEMS[error.code].severity === "warning";

/** Longest offending value repeated in a message, in characters. */
const SHOWN_MAX = 60;
const shorten = (value: string): string =>
  value.length > SHOWN_MAX ? `${value.slice(0, SHOWN_MAX)}…` : value;

export type ProblemWords = {
  readonly label: LocalText;
  readonly value: string;
  readonly expected: LocalText | string;
};

export function rowError(field: string, code: RowErrorCode, words: ProblemWords): RowError {
  const { expected } = words;
  const fill = (language: "zh" | "en"): string => {
    const filling: Record<string, string> = {
      field,
      label: words.label[language],
      value: shorten(words.value),
      expected: typeof expected === "string" ? expected : expected[language],
    };
    return ROW_PROBLEMS[code][language].replace(/\{(\w+)\}/g, (_, key) => filling[key] ?? "");
  };
  return {
    field,
    code,
    message: { zh: `${words.label.zh}（${field}）：${fill("zh")}`, en: fill("en") },
  };
}
