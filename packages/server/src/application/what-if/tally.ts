import type { Flip } from "@suzheng/rules";
import type { WhatIfCase, WhatIfCount, WhatIfTally } from "./what-if-job.ts";

/** Cases kept of each requirement and both outcomes, over all institutions. */
const CASES_MAX = 100;

export type ActOfCase = Pick<
  WhatIfCase,
  "institution" | "index" | "type" | "occurredOn" | "certificate"
>;

export const EMPTY_TALLY: WhatIfTally = {
  read: 0,
  tried: 0,
  flipped: 0,
  contradicted: 0,
  counts: [],
  cases: [],
};

const kindOf = ({ requirement, before, after }: Flip) => `${requirement}\n${before}\n${after}`;

/** Adds up what a run finds; goes on from what an earlier one has found. */
export function tallying(from: WhatIfTally) {
  const { counts, cases } = from;
  let { read, tried, flipped, contradicted } = from;
  const byKind = new Map(
    counts.map((count) => [`${count.institution}\n${kindOf(count)}`, { ...count }]),
  );
  const kept = Map.groupBy(cases, kindOf);
  return {
    read(entries: number) {
      read += entries;
    },
    add(act: ActOfCase, found: { flips: readonly Flip[]; isContradicted: boolean }) {
      tried += 1;
      if (found.isContradicted) contradicted += 1;
      if (found.flips.length > 0) flipped += 1;
      for (const flip of found.flips) {
        const key = `${act.institution}\n${kindOf(flip)}`;
        const count = byKind.get(key) ?? { institution: act.institution, ...flip, acts: 0 };
        byKind.set(key, { ...count, acts: count.acts + 1 });
        const list = kept.get(kindOf(flip)) ?? [];
        if (list.length < CASES_MAX) kept.set(kindOf(flip), [...list, { ...act, ...flip }]);
      }
    },
    tally: (): WhatIfTally => ({
      read,
      tried,
      flipped,
      contradicted,
      counts: [...byKind.values()].sort(byAmount),
      cases: [...kept.values()].flat(),
    }),
  };
}

export type Tallying = ReturnType<typeof tallying>;

const byAmount = (one: WhatIfCount, other: WhatIfCount) => other.acts - one.acts;
