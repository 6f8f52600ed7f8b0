import type { RegisteredRule, RuleState } from "@suzheng/api-contract";

const WAITING: readonly RuleState[] = ["filed", "under-review"];

/** Whether a version of the rule waits for a reviewer. */
export const isWaiting = ({ versions }: Pick<RegisteredRule, "versions">): boolean =>
  versions.some(({ state }) => WAITING.includes(state));
