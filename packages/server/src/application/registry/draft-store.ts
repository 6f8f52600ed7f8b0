import type { RuleContent } from "@suzheng/certification";

export type StoredDraft = {
  rule: string;
  content: RuleContent;
  /** Counts saves, from 1. */
  counter: number;
  /** The counter at which the self-check last passed. */
  checkedCounter: number | null;
  /** Name of a person. */
  updatedBy: string;
  updatedAt: string;
};

export type DraftRevision = { counter: number; savedBy: string; savedAt: string };

export type DraftSave = {
  rule: string;
  content: RuleContent;
  /** Counter of the draft that was edited. */
  expected: number;
  /** Account. */
  by: string;
  at: string;
};

type Unsaved = "moved-on" | "unknown";

/** Drafts of one institution; every call is bound to its rows by the database. */
export interface DraftStore {
  list(institution: string): Promise<StoredDraft[]>;
  get(institution: string, rule: string): Promise<StoredDraft | null>;
  /** "taken" when the institution has a draft of that name; a withdrawn one goes on counting. */
  create(institution: string, draft: Omit<DraftSave, "expected">): Promise<"created" | "taken">;
  /** Of two who edited the same counter only the first is saved. */
  save(institution: string, draft: DraftSave): Promise<"saved" | Unsaved>;
  /** Remembers that the draft passed, unless it has been saved since. */
  notePassed(institution: string, draft: { rule: string; counter: number }): Promise<void>;
  withdraw(
    institution: string,
    draft: { rule: string; expected: number; at: string },
  ): Promise<"withdrawn" | Unsaved>;
  /** Newest first. */
  revisions(institution: string, rule: string): Promise<DraftRevision[]>;
  revision(institution: string, rule: string, counter: number): Promise<StoredDraft | null>;
}
