import {
  type ActType,
  type Compared,
  documentOf,
  type Facts,
  type Pack,
  SCHEMES,
  type WhatIf,
  whatIf,
} from "@suzheng/rules";
import type { TriedRequirement } from "../what-if-job.ts";

export type TryAct = {
  /** What differs between the two packs, for any scheme. */
  requirements: readonly TriedRequirement[];
  /** Outcomes of an act's requirements that differ; none where none looks at such acts. */
  compare(type: string, facts: Facts): readonly Compared[];
};

const isFor = (pack: Pack | null, scheme: string) =>
  pack?.document.schemes.some((of) => of === scheme || of === "ANY") === true;

/** How an act's outcomes under one pack compare with those under another, whenever in force. */
export function tryAct(before: Pack | null, after: Pack): TryAct {
  const inScheme = (scheme: string): WhatIf =>
    whatIf(isFor(before, scheme) ? before : null, isFor(after, scheme) ? after : null);
  const byScheme = new Map<string, WhatIf>(SCHEMES.map((scheme) => [scheme, inScheme(scheme)]));
  return {
    requirements: requirementsOf([...byScheme.values()], before, after),
    compare(type, facts) {
      const scheme = String(facts.scheme);
      const known = byScheme.get(scheme) ?? inScheme(scheme);
      byScheme.set(scheme, known);
      // A type that no pack knows has nothing that differs.
      return known.compare(type as ActType, facts);
    },
  };
}

function requirementsOf(
  tries: readonly WhatIf[],
  before: Pack | null,
  after: Pack,
): TriedRequirement[] {
  const clauses = [...(before?.document.clauses ?? []), ...after.document.clauses];
  const titles = new Map(clauses.map(({ number, title }) => [number, title]));
  const documents = tries.flatMap(({ differing }) => differing.map(documentOf));
  const tried = documents.map(({ id, clause, title, on }): TriedRequirement => {
    const clauseTitle = titles.get(clause) ?? null;
    return { requirement: id, clause, title, clauseTitle, on };
  });
  // Of one that moved to another act type the later place counts.
  return [...new Map(tried.map((one) => [one.requirement, one])).values()];
}
