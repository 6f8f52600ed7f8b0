import { evolveRule, initialRule, type RuleEvent, type RuleState } from "@suzheng/certification";
import type { FsckRow } from "../../../application/fsck.ts";
import type { Replay, RuleReplay } from "./replay.ts";

export const startRuleReplay = (): RuleReplay => ({ lastIndex: -1, versions: new Map() });

type Recorded = { index: number; recordedAt: string };

export function replayRule(replay: Replay, event: RuleEvent, recorded: Recorded): void {
  const state = (replay.state ?? initialRule) as RuleState;
  replay.state = evolveRule(state, event);
  const { lastIndex, versions } = replay.rule;
  const { ruleVersion } = event.data;
  // The first act about a version is its filing.
  const filedAt = versions.get(ruleVersion)?.filedAt ?? recorded.recordedAt;
  const newest = Math.max(lastIndex, recorded.index);
  replay.rule = { lastIndex: newest, versions };
  versions.set(ruleVersion, { filedAt, lastIndex: recorded.index });
}

/** Columns of a rule's versions, without the clauses, which only its evidence tells. */
export function ruleVersionRows(
  state: Extract<RuleState, { known: true }>,
  replay: RuleReplay,
): FsckRow[] {
  return state.versions.map((version) => ({
    rule: state.rule,
    version: version.version,
    state: version.state,
    in_force_from: version.inForceFrom,
    in_force_until: version.inForceUntil,
    title: version.title,
    title_english: version.titleEnglish,
    category: version.category,
    field: version.field,
    number: version.number,
    issuer: version.issuer,
    issued_on: version.issuedOn,
    updated_on: version.updatedOn,
    item_codes: version.itemCodes,
    content_hash: version.contentHash,
    content_bytes: version.contentBytes,
    is_executable: version.isExecutable,
    filed_at: replay.versions.get(version.version)?.filedAt ?? null,
    last_index: replay.versions.get(version.version)?.lastIndex ?? null,
  }));
}
