import type { LocalText } from "./facts/declaration.ts";
import { vocabularyOf } from "./facts/vocabulary.ts";
import { areKnown, type RecordedVerdict } from "./judge.ts";
import { movesDuring } from "./obligations/noted-pauses.ts";
import { type CompiledRequirement, languageFor, type Pack } from "./pack/pack.ts";
import type { Confidence, RequirementDocument } from "./pack/pack-document.ts";

export type Explanation = {
  readonly title: LocalText;
  readonly because: LocalText;
  readonly kind: RequirementDocument["kind"];
  readonly confidence: Confidence;
  /** True when the clause, a parameter or the reading is not confirmed by the official text. */
  readonly unconfirmed: boolean;
  readonly severity: RequirementDocument["severity"];
  /** What to do now; null when nothing is asked. */
  readonly remedy: LocalText | null;
};

/** The words of a stored verdict. Null when this pack has no such requirement. */
export function explain(pack: Pack, verdict: RecordedVerdict): Explanation | null {
  const requirement = pack.requirements.get(verdict.requirement);
  if (requirement === undefined) return null;
  const { document } = requirement;
  return {
    title: document.title,
    because: withMoves(pack, requirement, verdict),
    kind: document.kind,
    ...certaintyOf(requirement),
    severity: document.severity,
    remedy: verdict.outcome === "not-met" ? document.remedy : null,
  };
}

/** The sentence, and by which pauses a day that it measures was moved. */
function withMoves(
  pack: Pack,
  requirement: CompiledRequirement,
  verdict: RecordedVerdict,
): LocalText {
  let because: LocalText = { zh: "", en: "" };
  const moves = movesDuring(() => {
    because = becauseOf(pack, requirement, verdict);
    // A sentence need not say the day that it was measured by.
    requirement.requires.run(languageFor(pack, requirement.document.on).contextOf(verdict.facts));
  });
  return {
    zh: [because, ...moves].map(({ zh }) => zh).join("；"),
    en: [because, ...moves].map(({ en }) => en).join("; "),
  };
}

function becauseOf(
  pack: Pack,
  requirement: CompiledRequirement,
  verdict: RecordedVerdict,
): LocalText {
  const context = languageFor(pack, requirement.document.on).contextOf(verdict.facts);
  switch (verdict.outcome) {
    case "met":
      return requirement.met.fill(context);
    case "not-met":
      return requirement.notMet.fill(context);
    case "cannot-tell":
      return requirement.cannotTell?.fill(context) ?? missing(requirement, verdict);
    case "not-applicable":
      return { zh: "不适用", en: "does not apply" };
  }
}

function missing(requirement: CompiledRequirement, { facts }: RecordedVerdict): LocalText {
  const vocabulary = vocabularyOf(requirement.document.on);
  const labels = requirement.needs
    .filter((name) => !areKnown([name], facts))
    .flatMap((name) => vocabulary[name]?.label ?? []);
  if (labels.length === 0) {
    return {
      zh: "现有数据或尚未确认的参数不足以判定",
      en: "the reported data or an unknown parameter do not suffice to decide",
    };
  }
  return {
    zh: `无法判定，缺少：${labels.map(({ zh }) => zh).join("、")}`,
    en: `cannot tell; not known: ${labels.map(({ en }) => en).join("; ")}`,
  };
}

/** Unconfirmed: not compared with the official text. */
export function certaintyOf({ confidence }: { readonly confidence: Confidence }): {
  readonly confidence: Confidence;
  readonly unconfirmed: boolean;
} {
  return { confidence, unconfirmed: confidence !== "high" };
}
