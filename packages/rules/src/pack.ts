import type { ActType } from "./facts/vocabulary.ts";
import type { Context, Expression, Language } from "./language.ts";
import type { ExamplesDocument, PackDocument, RequirementDocument } from "./pack-document.ts";
import type { Template } from "./template.ts";

export type CompiledDeadline = {
  readonly openWhile: Expression;
  readonly due: Expression;
  /** Facts that must be known for the deadline to be said. */
  readonly needs: readonly string[];
  readonly ahead: Template;
  readonly overdue: Template;
};

export type CompiledRequirement = {
  readonly document: RequirementDocument;
  readonly when: Expression;
  readonly requires: Expression;
  /** Facts without which `when` says nothing, and those without which `requires` says nothing. */
  readonly needsWhen: readonly string[];
  readonly needs: readonly string[];
  /** False when a parameter it reads has no value: the outcome is then `cannot-tell`. */
  readonly decidable: boolean;
  /** Facts noted in the verdict: those of `requires` and of the sentences. */
  readonly noted: readonly string[];
  readonly parameters: readonly string[];
  readonly met: Template;
  readonly notMet: Template;
  readonly cannotTell: Template | null;
  readonly deadline: CompiledDeadline | null;
};

/** A checked rule pack, ready to judge. */
export type Pack = {
  readonly document: PackDocument;
  readonly examples: ExamplesDocument;
  readonly requirements: ReadonlyMap<string, CompiledRequirement>;
  readonly byAct: { readonly [T in ActType]: readonly CompiledRequirement[] };
  readonly languages: { readonly [T in ActType]: Language };
  readonly standing: Language;
};

/** Whether a pack judges an act of a scheme that took place on a day (in force: half-open). */
export function isInForce({ document }: Pack, scheme: string, on: string): boolean {
  return (
    on >= document.inForceFrom &&
    (document.inForceUntil === null || on < document.inForceUntil) &&
    document.schemes.some((of) => of === scheme)
  );
}

export type { Context };
