import { publishedVersion, type RuleState, versionOf } from "@suzheng/certification";
import type { Projection } from "../projection.ts";

/** What an act on a version leaves in the tables; the clauses only when it filed them. */
export function ruleProjection(
  state: RuleState,
  ruleVersion: string,
  clauses: string | null,
): NonNullable<Projection["rule"]> {
  const version = versionOf(state, ruleVersion);
  const newest = state.known ? state.versions.at(-1) : undefined;
  if (!state.known || version === null || newest === undefined) {
    throw new Error("a recorded act has a version");
  }
  return {
    rule: state.rule,
    title: newest.title,
    number: newest.number,
    publishedVersion: publishedVersion(state)?.version ?? null,
    version,
    clauses,
  };
}
