import type { PeriodKind } from "../calendar/period-kind.ts";
import type { FactType, LocalText } from "../facts/declaration.ts";
import {
  type ActType,
  STANDING_VOCABULARY,
  type Vocabulary,
  vocabularyOf,
} from "../facts/vocabulary.ts";
import type { CompiledRequirement, Pack } from "../pack/pack.ts";

/** A fact that has to be handed in, and for what. */
export type FactNeed = {
  readonly fact: string;
  readonly type: FactType;
  readonly label: LocalText;
  /** Whether every act of this type has it. */
  readonly always: boolean;
  /** The period over which it counts; null for what the act itself says. */
  readonly over: PeriodKind | null;
  /** Ids of the requirements that read it. */
  readonly requirements: readonly string[];
};

/** The facts that a pack's requirements on an act type read, from their expressions, by name. */
export function needsOf(pack: Pack, type: ActType): FactNeed[] {
  return gathered(vocabularyOf(type), pack.byAct.get(type) ?? [], ({ reads }) => reads);
}

/** The facts that a pack's deadlines read. */
export function standingNeedsOf(pack: Pack): FactNeed[] {
  return gathered(STANDING_VOCABULARY, [...pack.requirements.values()], ({ deadline }) =>
    (deadline?.steps ?? []).flatMap(({ reads }) => reads),
  );
}

function gathered(
  vocabulary: Vocabulary,
  requirements: readonly CompiledRequirement[],
  readsOf: (requirement: CompiledRequirement) => readonly string[],
): FactNeed[] {
  const readers = new Map<string, Set<string>>();
  for (const requirement of requirements) {
    for (const fact of readsOf(requirement)) {
      const ids = readers.get(fact) ?? new Set();
      readers.set(fact, ids.add(requirement.document.id));
    }
  }
  return [...readers.keys()].sort().flatMap((fact) => {
    const declaration = vocabulary[fact];
    // Parameters, and the days of a step itself, are not handed in.
    if (declaration === undefined) return [];
    const { type, label, always, over = null } = declaration;
    return [{ fact, type, label, always, over, requirements: [...(readers.get(fact) ?? [])] }];
  });
}
