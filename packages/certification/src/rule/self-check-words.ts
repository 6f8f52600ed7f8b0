import type { LocalText } from "../local-text.ts";

type Words = {
  readonly severity: "error" | "notice";
  readonly message: LocalText;
  readonly wayOut: LocalText;
};

/** What the self-check can find. Codes are permanent; an error forbids filing. */
export const SELF_CHECK_FINDINGS = {
  "information-missing": {
    severity: "error",
    message: { zh: "规则信息不完整", en: "a part of the rule's information is missing" },
    wayOut: { zh: "填写该项", en: "fill it in" },
  },
  "full-text-missing": {
    severity: "error",
    message: { zh: "规则全文不完整", en: "the rule's full text is not complete" },
    wayOut: { zh: "写明每一条的条号与正文", en: "give every clause its number and text" },
  },
  "basis-missing": {
    severity: "error",
    message: { zh: "没有写明认证依据", en: "no certification basis is given" },
    wayOut: { zh: "列出认证依据的标准", en: "list the standards it is based on" },
  },
  "basis-access-missing": {
    severity: "error",
    message: {
      zh: "认证依据既无全文，也无获取方式",
      en: "of a basis there is neither its full text nor how to obtain it",
    },
    wayOut: { zh: "附上全文，或写明获取方式", en: "attach the text or say how to obtain it" },
  },
  "commitment-missing": {
    severity: "error",
    message: { zh: "没有公开承诺", en: "the public commitment is missing" },
    wayOut: { zh: "写明公开承诺", en: "write the public commitment" },
  },
  "field-not-approved": {
    severity: "error",
    message: {
      zh: "认证领域不在本机构获批的领域内",
      en: "the field lies outside what the body is approved for",
    },
    wayOut: {
      zh: "改为获批的领域；批准有变化的，先更新机构登记",
      en: "choose an approved field; if the approval changed, have the registration brought up to date",
    },
  },
  "item-code-not-approved": {
    severity: "error",
    message: {
      zh: "认证项目分类代码不在本机构获批的领域内",
      en: "the item code lies outside what the body is approved for",
    },
    wayOut: { zh: "删去该代码", en: "remove the code" },
  },
  "item-code-not-listed": {
    severity: "notice",
    message: {
      zh: "认证项目分类代码不在平台所知的代码表中；该表不完整",
      en: "the item code is not in the code list known here, which is not complete",
    },
    wayOut: {
      zh: "对照最新的认证项目分类代码核对；无误则无需处理",
      en: "compare it with the latest official item codes; if it is right, nothing is to be done",
    },
  },
  "version-already-filed": {
    severity: "error",
    message: { zh: "该版本已经备案", en: "this version has been filed already" },
    wayOut: { zh: "给出新的版本号", en: "give it a new version number" },
  },
  "in-force-not-later": {
    severity: "error",
    message: {
      zh: "与在用版本的施行时间重叠",
      en: "it overlaps with the version in force",
    },
    wayOut: {
      zh: "施行日期须晚于在用版本的施行日期",
      en: "let it be in force from a later day than the present version",
    },
  },
  "supersedes-version": {
    severity: "notice",
    message: {
      zh: "发布后将取代在用版本",
      en: "once published it supersedes the version in force",
    },
    wayOut: { zh: "无需处理", en: "nothing to do" },
  },
  "clause-number-repeated": {
    severity: "error",
    message: { zh: "条号重复", en: "a clause number is used twice" },
    wayOut: { zh: "改正条号", en: "mend the number" },
  },
} as const satisfies { readonly [code: string]: Words };

export type SelfCheckCode = keyof typeof SELF_CHECK_FINDINGS;
