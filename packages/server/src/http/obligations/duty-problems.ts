import type { LocalText } from "@suzheng/api-contract";
import { PAUSE_REFUSALS } from "@suzheng/certification";
import type { DutyCode } from "../../application/obligations/duty-result.ts";

type Described = { status: number; title: string; detail: LocalText; wayOut: LocalText };

const askAgain: LocalText = { zh: "修改后重新申请。", en: "Change it and ask again." };
const loadAgain: LocalText = { zh: "刷新列表。", en: "Load the list again." };

/** Refusals about obligations as problems; part of `PROBLEMS`. */
export const DUTY_PROBLEMS = {
  "pause-ends-before-it-begins": {
    status: 409,
    title: "pause ends before it begins",
    detail: PAUSE_REFUSALS["pause-ends-before-it-begins"],
    wayOut: askAgain,
  },
  "pause-too-long": {
    status: 409,
    title: "pause too long",
    detail: PAUSE_REFUSALS["pause-too-long"],
    wayOut: askAgain,
  },
  "pause-without-reason": {
    status: 409,
    title: "pause without reason",
    detail: PAUSE_REFUSALS["pause-without-reason"],
    wayOut: askAgain,
  },
  "pause-of-nothing": {
    status: 409,
    title: "pause of nothing",
    detail: PAUSE_REFUSALS["pause-of-nothing"],
    wayOut: askAgain,
  },
  "inbox-item-unknown": {
    status: 404,
    title: "inbox item unknown",
    detail: { zh: "收件箱中没有这一条。", en: "there is no such item in the inbox" },
    wayOut: loadAgain,
  },
  "calendar-feed-unknown": {
    status: 404,
    title: "calendar unknown",
    detail: { zh: "没有这个日历地址，或已停用。", en: "there is no such calendar, or no longer" },
    wayOut: { zh: "在工作台新建日历地址。", en: "Make a new one in the workspace." },
  },
  "tolling-unknown": {
    status: 404,
    title: "request unknown",
    detail: { zh: "没有这份期限暂停申请。", en: "there is no such request for a pause" },
    wayOut: loadAgain,
  },
  "tolling-decided": {
    status: 409,
    title: "request decided",
    detail: { zh: "这份申请已有决定。", en: "the request has been decided already" },
    wayOut: loadAgain,
  },
  "tolling-by-requester": {
    status: 403,
    title: "decided by who asked",
    detail: { zh: "申请人不能批准自己的申请。", en: "who asked does not decide" },
    wayOut: { zh: "请另一位审查人员办理。", en: "Ask another reviewer." },
  },
  "tolling-institutions-unfit": {
    status: 409,
    title: "institutions unfit",
    detail: {
      zh: "机构只能为本机构申请；监管部门须写明已接入的机构。",
      en: "a body asks for itself; a regulator names connected bodies",
    },
    wayOut: askAgain,
  },
  "requirement-unknown": {
    status: 404,
    title: "requirement unknown",
    detail: {
      zh: "没有这个规则版本，或这项要求没有期限。",
      en: "there is no such rule version, or the requirement sets no deadline",
    },
    wayOut: { zh: "从规则列表中选择。", en: "Choose from the list of rules." },
  },
  "pause-not-recorded": {
    status: 503,
    title: "pause not recorded everywhere",
    detail: {
      zh: "有机构的日志暂时不能写入，暂停尚未全部记录。",
      en: "a log could not be written; the pause does not stand in all of them yet",
    },
    wayOut: {
      zh: "稍后再次批准，将补记其余。",
      en: "Approve it again later; the rest is recorded.",
    },
  },
  "cursor-malformed": {
    status: 400,
    title: "cursor malformed",
    detail: { zh: "翻页标记不对。", en: "the cursor is not one of ours" },
    wayOut: { zh: "从第一页开始。", en: "Begin with the first page." },
  },
} as const satisfies Record<DutyCode, Described>;
