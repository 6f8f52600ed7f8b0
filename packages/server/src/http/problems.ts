import type { LocalText, Problem } from "@suzheng/api-contract";
import { ACCOUNT_PROBLEMS } from "./accounts/account-problems.ts";
import { DUTY_PROBLEMS } from "./obligations/duty-problems.ts";
import { REGISTRY_PROBLEMS } from "./registry/registry-problems.ts";
import { CALCULATION_PROBLEMS } from "./rules/calculation-problems.ts";
import { WHAT_IF_PROBLEMS } from "./what-if/what-if-problems.ts";

/** Every problem the API answers with: HTTP status and what to do now. A code is permanent. */
export const PROBLEMS = {
  "certificate-never-recorded": {
    status: 404,
    title: "certificate not found",
    detail: {
      zh: "已接入的机构从未上报过这个证书编号。",
      en: "no connected body has ever recorded this certificate number",
    },
    wayOut: {
      zh: "核对编号；若证书上确实如此，请向发证机构查询，或向所在地市场监督管理部门举报。",
      en: "Check the number. If the certificate really bears it, ask the issuing body or report it to the market regulator.",
    },
  },
  "certificate-withheld": {
    status: 404,
    title: "certificate withheld",
    detail: {
      zh: "该证书已有记录，但其信息暂不公开。",
      en: "this certificate is recorded, but its content is withheld from the public",
    },
    wayOut: {
      zh: "请向发证机构了解不公开的理由。",
      en: "Ask the issuing body why it is withheld.",
    },
  },
  "issuer-not-connected": {
    status: 404,
    title: "issuer not connected",
    detail: {
      zh: "按编号推断的发证机构尚未接入本平台，这里无法判断证书真伪。",
      en: "the body that the number points to is not connected here, so nothing can be said about it",
    },
    wayOut: {
      zh: "请到全国认证认可信息公共服务平台或发证机构网站查询。",
      en: "Look it up on the national public query platform or on the issuing body's site.",
    },
  },
  "certificate-not-yet-issued": {
    status: 404,
    title: "certificate not yet issued",
    detail: {
      zh: "在所问的日期，该证书尚未颁发，或当时尚无人上报。",
      en: "on the day asked about the certificate was not issued yet, or nobody had reported it",
    },
    wayOut: { zh: "选择更晚的日期。", en: "Choose a later day." },
  },
  "certificate-recorded": {
    status: 409,
    title: "certificate recorded",
    detail: {
      zh: "这个证书编号有记录，不能证明它不存在。",
      en: "this certificate number is recorded, so its absence cannot be proven",
    },
    wayOut: { zh: "改为下载它的证明。", en: "Download its proof instead." },
  },
  "proof-not-published-yet": {
    status: 503,
    title: "proof not published yet",
    detail: {
      zh: "该机构的记录尚未发布，暂时没有可下载的证明。",
      en: "the body's log has not been published yet, so there is no proof to download",
    },
    wayOut: { zh: "几秒后重试。", en: "Try again in a few seconds." },
  },
  "rule-not-found": {
    status: 404,
    title: "rule not found",
    detail: { zh: "没有这个规则或版本。", en: "there is no such rule or version" },
    wayOut: { zh: "从规则列表中选择。", en: "Choose from the list of rules." },
  },
  "rule-query-too-short": {
    status: 400,
    title: "query too short",
    detail: {
      zh: "请至少输入两个字，或三个字母。",
      en: "type at least two characters, or three letters",
    },
    wayOut: { zh: "再写一个字。", en: "Type one more." },
  },
  "calculator-not-found": {
    status: 404,
    title: "calculator not found",
    detail: { zh: "没有这个计算器或版本。", en: "there is no such calculator or version" },
    wayOut: { zh: "从计算器列表中选择。", en: "Choose from the list of calculators." },
  },
  ...CALCULATION_PROBLEMS,
  "institution-not-found": {
    status: 404,
    title: "institution not found",
    detail: { zh: "该批准号的机构未接入。", en: "no connected body has this approval number" },
    wayOut: {
      zh: "核对批准号，或在机构列表中查找。",
      en: "Check it, or search the list of bodies.",
    },
  },
  "import-not-found": {
    status: 404,
    title: "import not found",
    detail: { zh: "没有这次导入，或它属于其他机构。", en: "there is no such import of yours" },
    wayOut: {
      zh: "核对地址，以及令牌或所代表的机构。",
      en: "Check the address, and the token or the institution you act for.",
    },
  },
  "route-not-found": {
    status: 404,
    title: "not found",
    detail: { zh: "没有这个地址。", en: "there is nothing at this address" },
    wayOut: { zh: "见 /openapi.json。", en: "See /openapi.json." },
  },
  "request-malformed": {
    status: 400,
    title: "malformed request",
    detail: { zh: "请求的格式不对。", en: "the request is not well formed" },
    wayOut: { zh: "按 /openapi.json 修改请求。", en: "Mend it after /openapi.json." },
  },
  "request-too-large": {
    status: 413,
    title: "request too large",
    detail: { zh: "请求的内容超过上限。", en: "the request's content is over the limit" },
    wayOut: {
      zh: "请分成几次发送；报表文件请上传到 /api/v1/imports。",
      en: "Send it in several parts; report files are uploaded to /api/v1/imports.",
    },
  },
  "media-type-unsupported": {
    status: 415,
    title: "media type not supported",
    detail: { zh: "不接受这种内容类型。", en: "content of this type is not accepted" },
    wayOut: {
      zh: "按 /openapi.json 设置 Content-Type，通常为 application/json。",
      en: "Set Content-Type as /openapi.json says, mostly application/json.",
    },
  },
  "query-too-short": {
    status: 400,
    title: "query too short",
    detail: { zh: "请至少输入两个字。", en: "type at least two characters" },
    wayOut: {
      zh: "输入证书编号、统一社会信用代码，或名称中的两个字以上。",
      en: "Type a certificate number, a USCC, or two or more characters of the name.",
    },
  },
  "token-missing": {
    status: 401,
    title: "token missing",
    detail: {
      zh: "需要上报令牌，或登录工作台。",
      en: "a reporting token is needed, or a session of the workspace",
    },
    wayOut: {
      zh: "用 suzheng user token <批准号> 取得令牌，放在 Authorization: Bearer 中。",
      en: "Get one with `suzheng user token <approval no>` and send it as Authorization: Bearer.",
    },
  },
  "token-unknown": {
    status: 401,
    title: "token unknown",
    detail: { zh: "令牌无效或已撤回。", en: "the token is unknown or revoked" },
    wayOut: { zh: "向管理员取得新的令牌。", en: "Ask your administrator for a new one." },
  },
  "withholding-refused": {
    status: 409,
    title: "withholding refused",
    detail: { zh: "不能这样改变证书的公开。", en: "the display cannot be changed this way" },
    wayOut: {
      zh: "核对编号；只能处理本机构的证书。",
      en: "Check the number; only certificates of your own body can be changed.",
    },
  },
  "upload-without-files": {
    status: 400,
    title: "no files",
    detail: { zh: "没有收到文件。", en: "no files came with the request" },
    wayOut: { zh: "选择 .csv 或 .xlsx 文件。", en: "Choose .csv or .xlsx files." },
  },
  "upload-too-large": {
    status: 413,
    title: "upload too large",
    detail: {
      zh: "一次上传的文件合计超过 512 MiB，没有接收。",
      en: "the files of one upload are over 512 MiB together; none was taken",
    },
    wayOut: {
      zh: "分几次上传；单个文件过大时，按月份拆分。",
      en: "Upload them in several turns; split a single large file by month.",
    },
  },
  "rule-file-too-large": {
    status: 413,
    title: "file too large",
    detail: { zh: "文件超过 20 MB。", en: "the file is over 20 MB" },
    wayOut: { zh: "压缩或拆分后再上传。", en: "Compress or split it." },
  },
  "too-busy": {
    status: 503,
    title: "too busy",
    detail: { zh: "服务暂时繁忙。", en: "the service is too busy for the moment" },
    wayOut: { zh: "稍后重试。", en: "Try again shortly." },
  },
  fault: {
    status: 500,
    title: "fault",
    detail: {
      zh: "服务出现故障，您的数据没有受影响。",
      en: "a fault of ours; nothing of yours was changed",
    },
    wayOut: {
      zh: "稍后重试；仍不行请告知请求编号。",
      en: "Try again; if it stays, tell us the request id.",
    },
  },
  ...ACCOUNT_PROBLEMS,
  ...REGISTRY_PROBLEMS,
  ...DUTY_PROBLEMS,
  ...WHAT_IF_PROBLEMS,
} as const satisfies Record<
  string,
  { status: number; title: string; detail: LocalText; wayOut: LocalText }
>;

export type ProblemCode = keyof typeof PROBLEMS;

export type ProblemExtras = Partial<Pick<Problem, "answeredAt" | "issuer" | "detail">>;

export function problem(code: ProblemCode, extras: ProblemExtras = {}): Problem {
  const { status, title, detail, wayOut } = PROBLEMS[code];
  return { type: `urn:suzheng:problem:${code}`, title, status, code, detail, wayOut, ...extras };
}

/** Leaves a handler with a problem; translated once, in the error handler. */
export class HttpProblem extends Error {
  readonly problem: Problem;
  /** For the header `Retry-After`. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ProblemCode,
    { retryAfterSeconds, ...extras }: ProblemExtras & { retryAfterSeconds?: number } = {},
  ) {
    super(code);
    this.name = "HttpProblem";
    this.problem = problem(code, extras);
    this.retryAfterSeconds = retryAfterSeconds ?? null;
  }
}
