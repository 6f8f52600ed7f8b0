import type { PauseState } from "@suzheng/certification";
import type { ApprovedPause } from "@suzheng/rules";

export const orAll = (names: readonly string[]): readonly string[] | "all" =>
  names.includes("all") ? "all" : names;

/** What a log says of a pause; it holds for the institution in whose log it stands. */
export function approvedPause(state: PauseState): ApprovedPause {
  const { institution, requirements, regions, from, until, reason, approvedByName } = state;
  return {
    requirements: orAll(requirements),
    regions: orAll(regions),
    institutions: [institution],
    from,
    until,
    reason,
    approvedBy: approvedByName,
  };
}
