import type { LocalText } from "@suzheng/certification";
import type { AppendRefusal } from "./ledger.ts";

type Words = { detail: LocalText; wayOut: LocalText };

const tryAgain: LocalText = { zh: "请再试一次。", en: "Try again." };
const askOperator: LocalText = {
  zh: "请联系平台运维人员。",
  en: "Ask the operator of the platform.",
};

/** What a refusal of the log means to whoever hands something in. */
export const APPEND_REFUSALS: Readonly<Record<AppendRefusal, Words>> = {
  "institution-unknown": {
    detail: { zh: "该机构没有日志。", en: "the body has no log" },
    wayOut: askOperator,
  },
  "stream-moved-on": {
    detail: { zh: "其间另有一项记录。", en: "another act came in between" },
    wayOut: tryAgain,
  },
  "number-of-another": {
    detail: {
      zh: "该证书编号已由另一机构上报。",
      en: "the certificate number has been reported by another institution",
    },
    wayOut: {
      zh: "核对证书编号；如确属本机构，请联系平台运维人员。",
      en: "Check the number; if it is yours, ask the operator of the platform.",
    },
  },
  "request-id-reused": {
    detail: { zh: "该请求编号已用于别的内容。", en: "the request id was used for something else" },
    wayOut: { zh: "换一个请求编号。", en: "Use another request id." },
  },
  "entry-too-large": {
    detail: { zh: "一项记录超过 65,535 字节。", en: "an entry is over 65,535 bytes" },
    wayOut: { zh: "缩短过长的内容。", en: "Shorten what is too long." },
  },
  "entry-not-encodable": {
    detail: { zh: "内容含有无法记录的字符。", en: "there are characters that cannot be recorded" },
    wayOut: { zh: "去掉无法显示的字符。", en: "Remove characters that cannot be shown." },
  },
  "log-frozen": {
    detail: { zh: "该机构的日志已冻结，暂不接受记录。", en: "the body's log is frozen" },
    wayOut: askOperator,
  },
};
