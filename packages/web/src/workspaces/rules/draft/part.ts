import type { RuleContent } from "@suzheng/api-contract";

/** A part of the form of a draft: what stands in it, and how it is changed. */
export type Part = { content: RuleContent; change: (content: RuleContent) => void };
