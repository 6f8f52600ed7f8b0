import type { WhatIfRequirement } from "@suzheng/api-contract";

type Pair = WhatIfRequirement["outcomes"][number];

export type RequirementNumbers = {
  /** Flips by both outcomes, the most frequent first. */
  flips: readonly Pair[];
  stayMet: number;
  stayNotMet: number;
  /** Under both versions. */
  notApplicable: number;
  /** Under the version tried, whatever it was before. */
  cannotTell: number;
};

/** Acts of one requirement, sorted by what people ask about. */
export function numbersOf({ outcomes }: Pick<WhatIfRequirement, "outcomes">): RequirementNumbers {
  const acts = (is: (pair: Pair) => boolean) =>
    outcomes.filter(is).reduce((sum, pair) => sum + pair.acts, 0);
  const both = (outcome: Pair["before"]) =>
    acts(({ before, after }) => before === outcome && after === outcome);
  return {
    flips: outcomes
      .filter(({ before, after }) => before !== after)
      .toSorted((one, other) => other.acts - one.acts),
    stayMet: both("met"),
    stayNotMet: both("not-met"),
    notApplicable: both("not-applicable"),
    cannotTell: acts(({ after }) => after === "cannot-tell"),
  };
}
