import type { Facts, LocalText } from "./facts/declaration.ts";
import { STANDING_VOCABULARY, type Vocabulary, vocabularyOf } from "./facts/vocabulary.ts";
import { type Outcome, outcomeOf } from "./judge.ts";
import { deadlineOf } from "./obligations/deadlines.ts";
import { openSteps } from "./obligations/obligations.ts";
import { type CompiledRequirement, languageFor, type Pack } from "./pack/pack.ts";
import type { ExamplesDocument } from "./pack/pack-document.ts";
import { type PackError, type PackErrorCode, packError } from "./pack/pack-error.ts";
import type { YamlFile, YamlPath } from "./pack/yaml-file.ts";

type Report = (at: YamlPath, code: PackErrorCode, detail: string | LocalText) => void;

/** Runs every example. An empty list means that the pack does what its examples say. */
export function checkExamples(pack: Pack, file: YamlFile<ExamplesDocument>): PackError[] {
  const errors: PackError[] = [];
  const reportFor =
    (clause: string | null): Report =>
    (at, code, detail) => {
      const line = file.lineOf(at);
      errors.push(packError({ file: "examples.yaml", line, clause, code, detail }));
    };
  for (const id of Object.keys(file.content.examples)) {
    if (pack.requirements.has(id)) continue;
    const message = { zh: `没有要求 \`${id}\``, en: `there is no requirement \`${id}\`` };
    reportFor(null)(["examples", id], "example-of-nothing", message);
  }
  for (const requirement of pack.requirements.values()) {
    const report = reportFor(requirement.document.clause);
    reportMissing(requirement, file.content, report);
    reportFailing(pack, requirement, report);
    reportDeadlines(pack, requirement, report);
    reportObligations(pack, requirement, report);
  }
  return errors;
}

function reportMissing(
  { document: { id }, deadline, decidable }: CompiledRequirement,
  { examples }: ExamplesDocument,
  report: Report,
): void {
  const cases = examples[id]?.cases ?? [];
  const expects = (outcome: Outcome) => cases.some(({ expect }) => expect === outcome);
  // While a parameter has no value no case can be met or not met.
  const has = {
    met: !decidable || expects("met"),
    "not-met": !decidable || expects("not-met"),
    "cannot-tell": decidable || expects("cannot-tell"),
    boundary: cases.some(({ boundary }) => boundary),
    deadline: deadline === null || (examples[id]?.deadlines.length ?? 0) > 0,
    obligation: (deadline?.steps.length ?? 0) <= 1 || (examples[id]?.obligations.length ?? 0) > 0,
  };
  for (const [kind, present] of Object.entries(has)) {
    if (present) continue;
    const message = { zh: `\`${id}\` 缺少 ${kind} 例`, en: `\`${id}\` lacks a ${kind} example` };
    report(["examples", id], "example-missing", message);
  }
}

/** All facts of a case: its own, over those given for the requirement, over the usual ones. */
export function exampleFacts(
  { document: { id, on } }: CompiledRequirement,
  { usual, examples }: ExamplesDocument,
  own: Facts,
): Facts {
  return { ...usual[on], ...examples[id]?.given, ...own };
}

function reportFailing(pack: Pack, requirement: CompiledRequirement, report: Report): void {
  const { id, on } = requirement.document;
  for (const [index, example] of (pack.examples.examples[id]?.cases ?? []).entries()) {
    const at = ["examples", id, "cases", index];
    const facts = exampleFacts(requirement, pack.examples, example.facts);
    if (hasStranger(facts, vocabularyOf(on), (name) => report(at, "unknown-fact", name))) continue;
    const outcome = outcomeOf(requirement, languageFor(pack, on).contextOf(facts), facts);
    if (outcome === example.expect) continue;
    report(at, "example-fails", failingText(example.name, example.expect, outcome));
  }
}

function reportDeadlines(pack: Pack, requirement: CompiledRequirement, report: Report): void {
  const { id } = requirement.document;
  for (const [index, example] of (pack.examples.examples[id]?.deadlines ?? []).entries()) {
    const at = ["examples", id, "deadlines", index];
    const { on, facts, expect } = example;
    if (hasStranger(facts, STANDING_VOCABULARY, (name) => report(at, "unknown-fact", name)))
      continue;
    const found = deadlineOf({ pack, requirement, on, facts });
    const expected = expect === "none" ? "none" : `${expect.state} ${expect.dueOn}`;
    const outcome = found === null ? "none" : `${found.state} ${found.dueOn}`;
    if (expected !== outcome) {
      report(at, "example-fails", failingText(example.name, expected, outcome));
    }
  }
}

function reportObligations(pack: Pack, requirement: CompiledRequirement, report: Report): void {
  const { id } = requirement.document;
  for (const [index, example] of (pack.examples.examples[id]?.obligations ?? []).entries()) {
    const at = ["examples", id, "obligations", index];
    const { on, facts, expect } = example;
    if (hasStranger(facts, STANDING_VOCABULARY, (name) => report(at, "unknown-fact", name)))
      continue;
    const found = openSteps(pack, requirement, { packs: [pack], scheme: "", on, facts });
    const [expected, outcome] = [expect, found].map((steps) =>
      steps.map(({ step, dueOn, state }) => `${step} ${dueOn} ${state}`).join(", "),
    );
    if (expected === outcome) continue;
    report(at, "example-fails", failingText(example.name, expected ?? "", outcome ?? ""));
  }
}

function hasStranger(facts: Facts, vocabulary: Vocabulary, report: (name: string) => void) {
  const stranger = Object.keys(facts).find((name) => !Object.hasOwn(vocabulary, name));
  if (stranger !== undefined) report(stranger);
  return stranger !== undefined;
}

const failingText = (name: string, expected: string, outcome: string): LocalText => ({
  zh: `例子「${name}」应为 ${expected}，实为 ${outcome}`,
  en: `example \`${name}\` expects ${expected}, found ${outcome}`,
});
