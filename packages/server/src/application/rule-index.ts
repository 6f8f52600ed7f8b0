import type { Pack } from "@suzheng/rules";

/** A version of a rule as the public may find it. */
export type IndexedRuleVersion = {
  pack: Pack["document"];
  /** SHA-256 of the published pack text, hex. */
  contentHash: string;
  /** Who filed it; null for a rule of the state. */
  institution: string | null;
  /** The registry's word for where the version is in its life; `published` for a shipped pack. */
  state: string;
};

/** What search knows of rule versions. Over a transaction's database it is part of that one. */
export interface RuleIndex {
  /**
   * Makes a version, with its clauses, findable or replaces what was known of it; durable once
   * resolved. Does nothing when content hash and state are those already indexed, so it may be
   * repeated at every start.
   */
  indexRuleVersion(version: IndexedRuleVersion): Promise<"indexed" | "unchanged">;
  /** Nobody finds the version any more. Nothing happens when it was not indexed. */
  removeRuleVersion(id: string, version: string): Promise<void>;
}
