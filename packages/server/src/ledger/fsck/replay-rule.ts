import { evolveRule, initialRule, type RuleEvent, type RuleState } from "@suzheng/certification";
import type { FsckRow } from "../../application/fsck.ts";
import type { Replay } from "./replay-stream.ts";

export function replayRule(replay: Replay, event: RuleEvent, recordedAt: string): void {
  const state = (replay.state ?? initialRule) as RuleState;
  replay.state = evolveRule(state, event);
  const { ruleVersion } = event.data;
  replay.filedAt ??= new Map();
  // The first act about a version is its filing.
  if (!replay.filedAt.has(ruleVersion)) replay.filedAt.set(ruleVersion, recordedAt);
}

/** Columns of a rule's versions, without the clauses, which only its evidence tells. */
export function ruleVersionRows({ state, filedAt }: Replay): FsckRow[] {
  if (state === null || !("versions" in state)) return [];
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
    filed_at: filedAt?.get(version.version) ?? null,
  }));
}
