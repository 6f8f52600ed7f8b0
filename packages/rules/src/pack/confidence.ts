import type { Confidence, PackDocument } from "./pack-document.ts";

const ORDER = ["none", "low", "medium", "high"] as const;

/** As sure as the least sure of its clause, its parameters and its reading. */
export function leastSure(
  { clauses, parameters }: PackDocument,
  of: { clause: string; parameters: readonly string[]; confidence: Confidence },
): Confidence {
  const behind = [
    of.confidence,
    ...clauses.filter(({ number }) => number === of.clause).map(({ confidence }) => confidence),
    ...parameters
      .filter(({ id }) => of.parameters.includes(id))
      .map(({ confidence }) => confidence),
  ];
  return ORDER.find((level) => behind.includes(level)) ?? "none";
}
