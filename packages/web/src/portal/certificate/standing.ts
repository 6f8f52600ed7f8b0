import type { Act } from "@suzheng/api-contract";
import { groupActs } from "../trace/group-acts.ts";

type Verdict = Act["verdicts"][number];
type Outcome = Verdict["outcome"];

export type Standing = {
  pack: string;
  version: string;
  title: Verdict["ruleTitle"];
  counts: Record<Outcome, number>;
  verdicts: Verdict[];
};

const ORDER: Record<Outcome, number> = {
  "not-met": 0,
  "cannot-tell": 1,
  met: 2,
  "not-applicable": 3,
};

/**
 * The newest verdict on each requirement of each rule version; of an audit whose people were judged
 * apart, the worst. Acts are newest first.
 */
export function standing(acts: readonly Act[]): Standing[] {
  const packs = new Map<string, Map<string, Verdict>>();
  for (const line of groupActs(acts).flatMap((cycle) => cycle.lines)) {
    for (const verdict of worstOf(line.kind === "audit" ? line.acts : [line.act])) {
      const key = `${verdict.pack} ${verdict.version}`;
      const newest = packs.get(key) ?? new Map<string, Verdict>();
      if (!newest.has(verdict.requirement)) newest.set(verdict.requirement, verdict);
      packs.set(key, newest);
    }
  }
  return [...packs.values()].flatMap((newest) => {
    const [first, ...others] = newest.values();
    return first === undefined ? [] : [summary(first, [first, ...others])];
  });
}

/** One verdict on each requirement. */
function worstOf(acts: readonly Act[]): Verdict[] {
  const worst = new Map<string, Verdict>();
  for (const verdict of acts.flatMap((act) => act.verdicts)) {
    const key = `${verdict.pack} ${verdict.version} ${verdict.requirement}`;
    const known = worst.get(key);
    if (!known || ORDER[verdict.outcome] < ORDER[known.outcome]) worst.set(key, verdict);
  }
  return [...worst.values()];
}

function summary(first: Verdict, verdicts: readonly Verdict[]): Standing {
  const counts = { met: 0, "not-met": 0, "cannot-tell": 0, "not-applicable": 0 };
  for (const verdict of verdicts) counts[verdict.outcome] += 1;
  const all = verdicts.toSorted((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
  const { pack, version, ruleTitle: title } = first;
  return { pack, version, title, counts, verdicts: all };
}
