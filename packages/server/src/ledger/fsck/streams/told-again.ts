import { type PauseState, publishedVersion, type RuleState } from "@suzheng/certification";
import type { FsckRow } from "../../../application/fsck.ts";
import { orAll } from "../../../application/obligations/approved-pause.ts";
import type { Replay, RuleReplay } from "./replay.ts";
import { ruleVersionRows } from "./replay-rule.ts";

/** Expected rows of a rule; what its clauses say is for its evidence to tell. */
export type ToldRule = { rule: string; row: FsckRow; versions: FsckRow[] };

/** Expected of a pause, but for the bodies that it names. */
export type ToldPause = { id: string; pause: FsckRow };

/** Rare things that a log tells; plain, so that they go from thread to thread. */
export type Told = { rules: ToldRule[]; pauses: ToldPause[] };

export function tellAgain(told: Told, { state, rule }: Replay): void {
  if (state === null) return;
  if ("versions" in state) told.rules.push(toldRule(state, rule));
  if ("approvedByName" in state) told.pauses.push(toldPause(state));
}

function toldRule(state: Extract<RuleState, { known: true }>, replay: RuleReplay): ToldRule {
  const newest = state.versions.at(-1);
  return {
    rule: state.rule,
    row: {
      rule: state.rule,
      title: newest?.title,
      number: newest?.number,
      published_version: publishedVersion(state)?.version ?? null,
      last_index: replay.lastIndex,
    },
    versions: ruleVersionRows(state, replay),
  };
}

function toldPause(state: PauseState): ToldPause {
  const { pause: id, requirements, regions, from, until, reason, approvedByName } = state;
  const terms = { requirements: orAll(requirements), regions: orAll(regions), from, until, reason };
  return { id, pause: { ...terms, approvedBy: approvedByName } };
}
