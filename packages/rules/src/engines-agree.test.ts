import assert from "node:assert/strict";
import { test } from "node:test";
import { CelScalar, celEnv, celFunc, isCelError, parse, plan } from "@bufbuild/cel";
import fc from "fast-check";
import { LANGUAGE_FUNCTIONS } from "./calculators/language-functions.ts";
import type { Context, Expression } from "./cel/language.ts";
import { exampleFacts } from "./check-examples.ts";
import type { Facts, FactType } from "./facts/declaration.ts";
import { ACT_TYPES, type Vocabulary, vocabularyOf } from "./facts/vocabulary.ts";
import { outcomeOf } from "./judge.ts";
import { deadlineOf } from "./obligations/deadlines.ts";
import { openSteps } from "./obligations/obligations.ts";
import { type CompiledRequirement, languageFor, type Pack } from "./pack/pack.ts";
import { shippedPacks } from "./shipped-pack.fixture.ts";

const SCALARS = { string: CelScalar.STRING, double: CelScalar.DOUBLE, bool: CelScalar.BOOL };

const environment = celEnv({
  funcs: LANGUAGE_FUNCTIONS.map(({ name, parameters, result, run }) =>
    celFunc(
      name,
      parameters.map((type) => SCALARS[type]),
      SCALARS[result],
      // The arguments have the declared types: the engine chose this overload by them.
      run as (...given: unknown[]) => string | number | boolean,
    ),
  ),
});

/** The same text, run by the second engine. */
function second(expression: Expression): Expression {
  const planned = plan(environment, parse(expression.text));
  return {
    ...expression,
    run: ({ param, ...facts }: Context) => {
      const result = planned({
        ...(facts as Record<string, string>),
        param: new Map(Object.entries(param as object)),
      });
      if (isCelError(result)) throw new Error(`${expression.text}: ${result.message}`);
      return result;
    },
  };
}

function inSecond(requirement: CompiledRequirement): CompiledRequirement {
  const steps = (requirement.deadline?.steps ?? []).map((step) => ({
    ...step,
    opensOn: second(step.opensOn),
    openWhile: second(step.openWhile),
    due: second(step.due),
  }));
  const [first] = steps;
  return {
    ...requirement,
    when: second(requirement.when),
    requires: second(requirement.requires),
    deadline: first === undefined ? null : { ...first, steps },
  };
}

type Pair = {
  readonly pack: Pack;
  readonly one: CompiledRequirement;
  readonly other: CompiledRequirement;
};
const pairs: readonly Pair[] = shippedPacks().flatMap((pack) =>
  [...pack.requirements.values()].map((one) => ({ pack, one, other: inSecond(one) })),
);

test("two CEL engines agree on every example of every pack", () => {
  let compared = 0;
  for (const { pack, one, other } of pairs) {
    const { id, on } = one.document;
    for (const { name, expect, facts: own } of pack.examples.examples[id]?.cases ?? []) {
      const facts = exampleFacts(one, pack.examples, own);
      const context = languageFor(pack, on).contextOf(facts);
      assert.equal(outcomeOf(other, context, facts), expect, `${pack.document.id} ${id}: ${name}`);
      compared += 1;
    }
  }
  assert.ok(compared > 500, `${compared} examples`);
});

test("two CEL engines agree on every deadline and every chain of every pack", () => {
  let compared = 0;
  for (const { pack, one, other } of pairs) {
    const { deadlines = [], obligations = [] } = pack.examples.examples[one.document.id] ?? {};
    for (const { name, on, facts } of [...deadlines, ...obligations]) {
      const [a, b] = [one, other].map((requirement) => ({
        deadline: deadlineOf({ pack, requirement, on, facts }),
        steps: openSteps(pack, requirement, { packs: [pack], scheme: "", on, facts }),
      }));
      assert.deepEqual(a, b, `${one.document.id}: ${name}`);
      compared += 1;
    }
  }
  assert.ok(compared > 30, `${compared} examples`);
});

const WORDS = {
  scheme: ["QMS", "EMS", "OHSMS", "OTHER"],
  activity: ["initial", "recertification", "surveillance", "change"],
  reportType: ["new", "reissue", "change", "status"],
  status: ["valid", "suspended", "withdrawn", "expired"],
  previousStatus: ["valid", "suspended", "withdrawn"],
  stage: ["stage-1", "stage-2", "recertification", "surveillance"],
  qualification: ["senior", "auditor", "trainee", "expert"],
  role: ["leader", "member"],
  mode: ["on-site", "remote", "mixed"],
  riskLevel: ["high", "medium", "low"],
  paidBy: ["client", "third-party"],
  overseas: ["confirmed", "unconfirmed"],
  matter: ["foreign-accreditation", "foreign-subcontract", "record-changed"],
  numberAsWritten: ["clean", "blanks"],
  pauses: [
    "2026-01-10/2026-03-10 all",
    "2025-02-01/2027-02-02 first-surveillance-in-time,restored-within-six-months",
    "31 days",
  ],
};

const days = fc
  .integer({ min: 20_000, max: 21_500 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

function arbitraryValue(name: string, type: FactType): fc.Arbitrary<string | number | boolean> {
  if (type === "number") return fc.integer({ min: 0, max: 400 }).map((half) => half / 2);
  if (type === "flag") return fc.boolean();
  if (type === "date") return days;
  const words = Object.entries(WORDS).find(([of]) => of === name)?.[1] ?? ["yes", "no"];
  return fc.constantFrom(...words);
}

const arbitraryFacts = (vocabulary: Vocabulary): fc.Arbitrary<Facts> =>
  fc.record(
    Object.fromEntries(
      Object.entries(vocabulary).map(([name, { type, always }]) => {
        const value = arbitraryValue(name, type);
        return [name, always ? value : fc.option(value, { nil: null })];
      }),
    ),
  );

for (const type of ACT_TYPES) {
  test(`two CEL engines agree on any ${type}`, () => {
    const own = pairs.filter(({ one }) => one.document.on === type);
    assert.ok(own.length > 0, "some pack judges it");
    const property = fc.property(arbitraryFacts(vocabularyOf(type)), (facts) => {
      for (const { pack, one, other } of own) {
        const context = languageFor(pack, type).contextOf(facts);
        const outcome = outcomeOf(one, context, facts);
        assert.equal(outcomeOf(other, context, facts), outcome, one.document.id);
      }
    });
    fc.assert(property, { numRuns: 200 });
  });
}
