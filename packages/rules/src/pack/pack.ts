import type { WorkingCalendar } from "../calendar/working-days.ts";
import type { Context, Expression, Language } from "../cel/language.ts";
import type { LocalText } from "../facts/declaration.ts";
import type { ActType } from "../facts/vocabulary.ts";
import type {
  Confidence,
  ExamplesDocument,
  PackDocument,
  RequirementDocument,
  StepDocument,
} from "./pack-document.ts";
import type { Template } from "./template.ts";

/** One step of an obligation: what is due, until when, and the words for it. */
export type CompiledStep = {
  readonly document: StepDocument;
  readonly clause: string;
  /** Of an escalation; null for the first step, whose source is its clause's. */
  readonly source: string | null;
  readonly opensOn: Expression;
  readonly openWhile: Expression;
  readonly due: Expression;
  /** Facts that must be known for the deadline to be said, and those for its opening. */
  readonly needs: readonly string[];
  readonly needsOpening: readonly string[];
  readonly reads: readonly string[];
  readonly ahead: Template;
  readonly overdue: Template;
  readonly remedy: LocalText;
  /** What to do once its day is over. */
  readonly lateRemedy: LocalText;
  readonly confidence: Confidence;
};

/** The first step, and all steps in order, itself included. */
export type CompiledDeadline = CompiledStep & { readonly steps: readonly CompiledStep[] };

export type CompiledRequirement = {
  readonly document: RequirementDocument;
  readonly when: Expression;
  readonly requires: Expression;
  /** Facts without which `when` says nothing, and those without which `requires` says nothing. */
  readonly needsWhen: readonly string[];
  readonly needs: readonly string[];
  /** False when a parameter it reads has no value: the outcome is then `cannot-tell`. */
  readonly decidable: boolean;
  /** All facts it reads. */
  readonly reads: readonly string[];
  /** Facts noted in the verdict: those of `requires` and of the sentences. */
  readonly noted: readonly string[];
  readonly parameters: readonly string[];
  readonly confidence: Confidence;
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
  readonly byAct: ReadonlyMap<ActType, readonly CompiledRequirement[]>;
  /** By act type that the pack judges. */
  readonly languages: ReadonlyMap<ActType, Language>;
  readonly standing: Language;
  readonly calendar: WorkingCalendar;
  /** Line of `inForceFrom`, for the refusal of overlapping versions. */
  readonly inForceLine: number;
};

/** The language in which a pack judges acts of a type. Throws for a type that it does not judge. */
export function languageFor({ languages }: Pack, type: ActType): Language {
  const language = languages.get(type);
  if (language === undefined) throw new Error(`the pack judges no ${type}`);
  return language;
}

/** Whether a pack judges an act of a scheme that took place on a day (in force: half-open). */
export function isInForce({ document }: Pack, scheme: string, on: string): boolean {
  return (
    on >= document.inForceFrom &&
    (document.inForceUntil === null || on < document.inForceUntil) &&
    document.schemes.some((of) => of === scheme || of === "ANY")
  );
}

export type { Context };
