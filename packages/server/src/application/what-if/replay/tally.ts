import type { Compared } from "@suzheng/rules";
import type { RequirementTally, WhatIfCase, WhatIfCount, WhatIfTally } from "../what-if-job.ts";

export type ActOfCase = Pick<
  WhatIfCase,
  "institution" | "index" | "type" | "occurredOn" | "certificate"
>;

/** One act, tried. */
export type TriedAct = {
  readonly act: ActOfCase;
  readonly compared: readonly Compared[];
  readonly isContradicted: boolean;
};

export const EMPTY_TALLY: WhatIfTally = {
  read: 0,
  tried: 0,
  flipped: 0,
  contradicted: 0,
  requirements: [],
  counts: [],
};

export const isFlip = ({ before, after }: Compared): boolean => before !== after;

/** Adds up what a run finds; goes on from what an earlier one has found. */
export function tallying(from: WhatIfTally) {
  let { read, tried, flipped, contradicted } = from;
  const byBody = new Map(from.counts.map((count) => [keyOf(count), { ...count }]));
  const byRequirement = new Map(from.requirements.map((one) => [one.requirement, countersOf(one)]));
  let cases: WhatIfCase[] = [];

  function addFlip(act: ActOfCase, { requirement, clause, before, after }: Compared): void {
    const flip = { institution: act.institution, requirement, clause, before, after };
    const count = byBody.get(keyOf(flip));
    if (count === undefined) byBody.set(keyOf(flip), { ...flip, acts: 1 });
    else count.acts += 1;
    cases.push({ ...act, requirement, clause, before, after });
  }

  return {
    read(entries: number) {
      read += entries;
    },
    add({ act, compared, isContradicted }: TriedAct) {
      tried += 1;
      if (isContradicted) contradicted += 1;
      if (compared.some(isFlip)) flipped += 1;
      for (const one of compared) {
        const counters = byRequirement.get(one.requirement) ?? noCounters();
        byRequirement.set(one.requirement, counters);
        count(counters.outcomes, `${one.before} ${one.after}`);
        for (const fact of new Set(one.missing)) count(counters.missing, fact);
        if (isFlip(one)) addFlip(act, one);
      }
    },
    /** Flips since they were last taken, to be stored with the tally that counts them. */
    takeCases(): WhatIfCase[] {
      const taken = cases;
      cases = [];
      return taken;
    },
    casesHeld: () => cases.length,
    numbers: () => ({ read, tried, flipped }),
    tally: (): WhatIfTally => ({
      read,
      tried,
      flipped,
      contradicted,
      requirements: [...byRequirement].map(requirementTally),
      counts: [...byBody.values()].sort(byAmount),
    }),
  };
}

export type Tallying = ReturnType<typeof tallying>;

type Counters = { outcomes: Map<string, number>; missing: Map<string, number> };

const noCounters = (): Counters => ({ outcomes: new Map(), missing: new Map() });

const countersOf = ({ outcomes, missing }: RequirementTally): Counters => ({
  outcomes: new Map(outcomes.map(({ before, after, acts }) => [`${before} ${after}`, acts])),
  missing: new Map(missing.map(({ fact, acts }) => [fact, acts])),
});

const count = (counters: Map<string, number>, key: string) =>
  counters.set(key, (counters.get(key) ?? 0) + 1);

function requirementTally([requirement, counters]: [string, Counters]): RequirementTally {
  return {
    requirement,
    outcomes: [...counters.outcomes].map(([pair, acts]) => {
      // Put together above from two outcomes.
      const [before, after] = pair.split(" ") as [Compared["before"], Compared["after"]];
      return { before, after, acts };
    }),
    missing: [...counters.missing].map(([fact, acts]) => ({ fact, acts })),
  };
}

const keyOf = (one: Omit<WhatIfCount, "acts">) =>
  `${one.institution}\n${one.requirement}\n${one.before}\n${one.after}`;

const byAmount = (one: WhatIfCount, other: WhatIfCount) => other.acts - one.acts;
