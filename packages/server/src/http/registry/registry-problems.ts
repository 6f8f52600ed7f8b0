import type { LocalText } from "@suzheng/api-contract";
import type { AccountCode } from "../../application/accounts/result.ts";
import { APPEND_REFUSALS } from "../../application/ledger/append-refusals.ts";
import type { AppendRefusal } from "../../application/ledger/ledger.ts";
import type { RegistryCode } from "../../application/registry/registry-result.ts";

type Described = { status: number; title: string; detail: LocalText; wayOut: LocalText };

const logged = (code: AppendRefusal, status: number): Described => ({
  status,
  title: code.replaceAll("-", " "),
  ...APPEND_REFUSALS[code],
});

const seeState: LocalText = {
  zh: "刷新页面，查看该版本的当前状态。",
  en: "Load the page again and look at the version's present state.",
};

/** Refusals of the rule registry as problems; part of `PROBLEMS`. */
export const REGISTRY_PROBLEMS = {
  "draft-unknown": {
    status: 404,
    title: "draft unknown",
    detail: { zh: "本机构没有这份草稿。", en: "your institution has no such draft" },
    wayOut: { zh: "从草稿列表中选择。", en: "Choose from the list of drafts." },
  },
  "draft-moved-on": {
    status: 409,
    title: "draft moved on",
    detail: {
      zh: "其间另一人保存了这份草稿；您的内容尚未保存。",
      en: "somebody else has saved this draft meanwhile; yours is not saved yet",
    },
    wayOut: {
      zh: "对照答复中的 current 合并，再以它的 counter 保存。",
      en: "Merge with `current` in this answer and save with its counter.",
    },
  },
  "draft-text-unfit": {
    status: 400,
    title: "text unfit",
    detail: {
      zh: "内容含有无法保存的字符。",
      en: "there are characters in it that cannot be kept",
    },
    wayOut: { zh: "去掉无法显示的字符。", en: "Remove characters that cannot be shown." },
  },
  "rule-file-type-unknown": {
    status: 400,
    title: "file type unknown",
    detail: {
      zh: "文件既不是 PDF，也不是 UTF-8 文本。",
      en: "the file is neither a PDF nor text in UTF-8",
    },
    wayOut: { zh: "另存为 PDF 或 UTF-8 文本再上传。", en: "Save it as a PDF or as UTF-8 text." },
  },
  "rule-file-unknown": {
    status: 404,
    title: "file unknown",
    detail: { zh: "没有这个文件。", en: "there is no such file" },
    wayOut: { zh: "从规则页面下载。", en: "Download it from the rule's page." },
  },
  "rule-id-taken": {
    status: 409,
    title: "rule id taken",
    detail: { zh: "本机构已有同名草稿。", en: "your institution has a draft of this name" },
    wayOut: { zh: "打开已有草稿，或换一个名称。", en: "Open that draft or choose another name." },
  },
  "self-check-missing": {
    status: 409,
    title: "self-check missing",
    detail: {
      zh: "这份草稿自上次修改后尚未通过自查。",
      en: "this draft has not passed the self-check since it was changed",
    },
    wayOut: { zh: "先运行自查，再备案。", en: "Run the self-check, then file." },
  },
  "self-check-failed": {
    status: 409,
    title: "self-check failed",
    detail: {
      zh: "自查发现问题，不能备案。",
      en: "the self-check found errors; it cannot be filed",
    },
    wayOut: { zh: "按自查结果修改。", en: "Mend what the self-check lists." },
  },
  "signature-missing": {
    status: 409,
    title: "signature missing",
    detail: { zh: "这项操作须由本人签名。", en: "this act needs your personal signature" },
    wayOut: {
      zh: "先取得待签内容（acts/prepare），用通行密钥签名后再提交。",
      en: "Get what is to be signed (acts/prepare), sign it with your passkey, and send both.",
    },
  },
  "signed-content-differs": {
    status: 409,
    title: "signed content differs",
    detail: {
      zh: "签名所对应的内容与现在要记录的不同。",
      en: "what was signed is not what would be recorded now",
    },
    wayOut: { zh: "重新取得待签内容，核对后签名。", en: "Get it anew, look at it, sign again." },
  },
  "field-not-approved": {
    status: 409,
    title: "field not approved",
    detail: {
      zh: "认证领域或项目代码不在本机构获批的领域内，不能备案。",
      en: "the field or an item code lies outside what the body is approved for",
    },
    wayOut: { zh: "修改领域或项目代码。", en: "Change the field or the item codes." },
  },
  "rule-version-not-filed": {
    status: 409,
    title: "version not filed",
    detail: { zh: "该版本尚未备案。", en: "the version has not been filed" },
    wayOut: { zh: "先备案。", en: "File it first." },
  },
  "rule-version-already-filed": {
    status: 409,
    title: "version already filed",
    detail: { zh: "该版本已经备案。", en: "the version has been filed already" },
    wayOut: { zh: "修改后用新的版本号。", en: "Give a changed text a new version number." },
  },
  "rule-version-not-awaiting-review": {
    status: 409,
    title: "version not awaiting review",
    detail: { zh: "该版本不在待审查状态。", en: "the version is not waiting for review" },
    wayOut: seeState,
  },
  "rule-version-not-under-review": {
    status: 409,
    title: "version not under review",
    detail: { zh: "该版本不在审查中。", en: "the version is not under review" },
    wayOut: seeState,
  },
  "rule-version-not-publishable": {
    status: 409,
    title: "version not publishable",
    detail: {
      zh: "该版本目前不能发布。",
      en: "the version cannot be published as it stands",
    },
    wayOut: seeState,
  },
  "rule-version-already-cancelled": {
    status: 409,
    title: "version already cancelled",
    detail: { zh: "该版本已注销。", en: "the version is cancelled already" },
    wayOut: seeState,
  },
  "rule-in-force-not-later": {
    status: 409,
    title: "in force not later",
    detail: {
      zh: "施行日期须晚于在用版本的施行日期。",
      en: "it must be in force from a later day than the version in force",
    },
    wayOut: { zh: "选择更晚的日期。", en: "Choose a later day." },
  },
  "institution-unknown": logged("institution-unknown", 409),
  "stream-moved-on": logged("stream-moved-on", 409),
  "request-id-reused": logged("request-id-reused", 409),
  "entry-too-large": logged("entry-too-large", 413),
  "entry-not-encodable": logged("entry-not-encodable", 400),
  "log-frozen": logged("log-frozen", 503),
  "number-of-another": logged("number-of-another", 409),
} as const satisfies Record<Exclude<RegistryCode, AccountCode | "rule-not-found">, Described>;
