import type { PublishedPack } from "./rule-packs.ts";

type LocalWords = { readonly zh: string; readonly en: string };

/** A version of a rule as the public may find it; nothing here is personal. */
export type IndexedRuleVersion = {
  /** Approval number of who filed it; null for a rule shipped with the platform. */
  readonly institution: string | null;
  readonly rule: string;
  readonly version: string;
  /** SHA-256 of what was published, hex. */
  readonly contentHash: string;
  readonly state: "published" | "superseded" | "cancelled";
  readonly number: string;
  readonly title: LocalWords;
  readonly issuer: LocalWords;
  readonly category: string;
  /** Schemes, fields and item codes that it is for: `QMS`, `A01`; `ANY` is found under each. */
  readonly fields: readonly string[];
  /** Calendar dates, half-open: no longer in force on `inForceUntil`. */
  readonly inForceFrom: string;
  readonly inForceUntil: string | null;
  /** In their order. `kinds`: of the requirements under the clause, `gate`, `limit` …, or none. */
  readonly clauses: readonly {
    readonly number: string;
    readonly title: LocalWords;
    readonly text: LocalWords;
    readonly kinds: readonly string[];
  }[];
};

export type RuleVersionName = Pick<IndexedRuleVersion, "institution" | "rule" | "version">;

/** What search knows of rule versions. Over a transaction's database it is part of that one. */
export interface RuleIndex {
  /**
   * Makes a version, with its clauses, findable, or replaces what was known of it; durable once
   * resolved. Does nothing when content hash, state and days in force are those already indexed, so
   * it may be repeated at every start and with every act.
   */
  indexRuleVersion(version: IndexedRuleVersion): Promise<"indexed" | "unchanged">;
  /** Nobody finds the version any more. Nothing happens when it was not indexed. */
  removeRuleVersion(name: RuleVersionName): Promise<void>;
}

/** A shipped pack as it is indexed. */
export function indexedPack({ pack, contentHash }: PublishedPack): IndexedRuleVersion {
  const { id, schemes, itemCodes, clauses, requirements, ...head } = pack.document;
  const kindsOf = (number: string) =>
    requirements.filter(({ clause }) => clause === number).map(({ kind }) => kind);
  return {
    institution: null,
    rule: id,
    version: head.version,
    contentHash,
    state: "published",
    number: head.number,
    title: head.title,
    issuer: head.issuer,
    category: head.category,
    fields: [...schemes, ...itemCodes],
    inForceFrom: head.inForceFrom,
    inForceUntil: head.inForceUntil,
    clauses: clauses.map(({ number, title, text }) => ({
      number,
      title,
      text,
      kinds: [...new Set(kindsOf(number))],
    })),
  };
}
