import type { LocalText } from "@suzheng/api-contract";
import type { WhatIfCode } from "../../application/what-if/what-if-result.ts";

type Described = { status: number; title: string; detail: LocalText; wayOut: LocalText };

/** Refusals of tries on the past as problems; part of `PROBLEMS`, where cursors have theirs. */
export const WHAT_IF_PROBLEMS = {
  "what-if-unknown": {
    status: 404,
    title: "run unknown",
    detail: { zh: "没有这次试算，或已被清理。", en: "there is no such run, or no longer" },
    wayOut: { zh: "从试算列表中选择，或重新试算。", en: "Choose one from the list, or try again." },
  },
  "what-if-running": {
    status: 409,
    title: "another run is under way",
    detail: {
      zh: "本机构已有一次试算在进行或等待，这一次没有开始。",
      en: "a run of your institution is under way or waiting; this one has not begun",
    },
    wayOut: { zh: "等它结束，或先停止它。", en: "Wait for its end, or stop it first." },
  },
  "what-if-institutions-unfit": {
    status: 403,
    title: "institutions unfit",
    detail: {
      zh: "机构只能试算本机构的记录；监管部门须选已接入的机构。",
      en: "a body tries its own acts; a regulator those of connected bodies",
    },
    wayOut: { zh: "改选机构。", en: "Choose other institutions." },
  },
  "what-if-rule-unknown": {
    status: 404,
    title: "rule unknown",
    detail: { zh: "没有这个规则版本或草稿。", en: "there is no such rule version or draft" },
    wayOut: { zh: "从列表中选择。", en: "Choose one from the list." },
  },
  "what-if-not-executable": {
    status: 409,
    title: "nothing to execute",
    detail: {
      zh: "它没有可执行的规则包，不能试算。",
      en: "it has no executable part, so it cannot be tried",
    },
    wayOut: {
      zh: "在草稿的“可执行规则”写入 pack.yaml 与 examples.yaml。",
      en: "Write pack.yaml and examples.yaml in the draft's executable part.",
    },
  },
  "what-if-pack-refused": {
    status: 409,
    title: "pack refused",
    detail: {
      zh: "规则包不能载入，没有开始试算。",
      en: "the rule pack cannot be loaded; nothing was tried",
    },
    wayOut: {
      zh: "按下面所指的文件、行与条款修正后再试。",
      en: "Mend the files, lines and clauses named below, then try again.",
    },
  },
  "what-if-changes-nothing": {
    status: 409,
    title: "changes nothing",
    detail: {
      zh: "与所比较的版本相比，没有一项判定会不同，没有开始试算。",
      en: "nothing that decides an outcome differs from the version compared with; nothing was tried",
    },
    wayOut: {
      zh: "改变一个判定要用到的参数或要求；只影响期限的参数不能试算。",
      en: "Change a parameter or requirement that decides an outcome; deadlines cannot be tried.",
    },
  },
} as const satisfies Record<Exclude<WhatIfCode, "cursor-malformed">, Described>;
