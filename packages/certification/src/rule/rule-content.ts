import type { IsoDate } from "../calendar-date.ts";
import type { RuleCategory } from "./rule-state.ts";

/** Chinese first; `en` is empty where there is no translation. */
export type RuleText = { readonly zh: string; readonly en: string };

export type RuleBasis = {
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly issuedOn: IsoDate | null;
  /** Fact R-04: the full text, or the way to obtain it. */
  readonly access:
    | { readonly kind: "full-text"; readonly text: string }
    | { readonly kind: "obtainable"; readonly how: string };
};

export type RuleClause = {
  readonly number: string;
  readonly title: RuleText;
  readonly text: RuleText;
};

/** A file filed with the rule, such as its full text as PDF; its bytes are evidence. */
export type RuleFile = {
  readonly name: string;
  /** SHA-256, hex: what the file is. */
  readonly sha256: string;
  readonly bytes: number;
  readonly type: "application/pdf" | "text/plain";
};

/** What a version says, complete or not: texts may be empty and days missing until it is filed. */
export type RuleContent = {
  readonly version: string;
  readonly title: RuleText;
  readonly category: RuleCategory | null;
  readonly field: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: IsoDate | null;
  readonly updatedOn: IsoDate | null;
  /** As planned. */
  readonly inForceFrom: IsoDate | null;
  readonly itemCodes: readonly string[];
  /** Empty when there is none. */
  readonly mark: string;
  readonly basis: readonly RuleBasis[];
  readonly clauses: readonly RuleClause[];
  readonly commitment: string;
  readonly pack: { readonly pack: string; readonly examples: string } | null;
  readonly files?: readonly RuleFile[] | undefined;
};
