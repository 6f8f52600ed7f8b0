import type { NamedTogether, PersonOpening } from "./person-mentions.ts";

/** What is taken away besides the values themselves: what their keyed tokens stand in. */
export type ErasedPerson = {
  commitments: readonly string[];
  /** Tokens by which attendances are counted. */
  persons: readonly string[];
  /** Tokens of decision makers, in the states of certificates. */
  makers: readonly string[];
  /** What names the person in running text: messages about rows that were rejected go with it. */
  words: readonly string[];
};

/** One transaction in which nothing is recorded in the institution's log. */
export interface PersonErasure {
  /** Every kept value of the fields that name one person. */
  openings(): Promise<PersonOpening[]>;
  /** Each set that stands together in some attendance, once. Reads the whole log. */
  namedTogether(): Promise<NamedTogether[]>;
  /** Kept running texts with one of these in them. */
  textsWith(words: readonly string[]): Promise<PersonOpening[]>;
  /** Those of the commitments whose values are kept. */
  opened(commitments: readonly string[]): Promise<PersonOpening[]>;
  /** Entries with one of the commitments, by event type. Reads the whole log. */
  actsWith(commitments: readonly string[]): Promise<{ type: string; acts: number }[]>;
  /** Ids of the institution's imports. */
  imports(): Promise<string[]>;
  erase(erased: ErasedPerson): Promise<{ participations: number; states: number; imports: number }>;
}

export interface PersonErasures {
  /** Rolled back unless `work` says "commit"; durable when it resolves. Null: there is no log. */
  within<T>(
    institution: string,
    work: (erasure: PersonErasure) => Promise<{ end: "commit" | "rollback"; value: T }>,
  ): Promise<T | null>;
}
