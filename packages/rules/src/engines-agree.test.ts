import assert from "node:assert/strict";
import { test } from "node:test";
import { CelScalar, celEnv, celFunc, isCelError, parse, plan } from "@bufbuild/cel";
import fc from "fast-check";
import { LANGUAGE_FUNCTIONS } from "./calculators/language-functions.ts";
import { exampleFacts } from "./check-examples.ts";
import { deadlineOf } from "./deadlines.ts";
import type { Facts, FactType } from "./facts/declaration.ts";
import { VOCABULARY, type Vocabulary } from "./facts/vocabulary.ts";
import { outcomeOf } from "./judge.ts";
import type { Context, Expression } from "./language.ts";
import { type CompiledRequirement, languageFor } from "./pack.ts";
import { shippedPack } from "./shipped-pack.fixture.ts";

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
  const { deadline } = requirement;
  return {
    ...requirement,
    when: second(requirement.when),
    requires: second(requirement.requires),
    deadline: deadline && {
      ...deadline,
      openWhile: second(deadline.openWhile),
      due: second(deadline.due),
    },
  };
}

const pack = shippedPack();
const pairs = [...pack.requirements.values()].map((first) => [first, inSecond(first)] as const);

test("two CEL engines agree on every example", () => {
  let compared = 0;
  for (const [first, other] of pairs) {
    const { id, on } = first.document;
    for (const { name, expect, facts: own } of pack.examples.examples[id]?.cases ?? []) {
      const facts = exampleFacts(first, pack.examples, own);
      const context = languageFor(pack, on).contextOf(facts);
      assert.equal(outcomeOf(other, context, facts), expect, `${id}: ${name}`);
      compared += 1;
    }
    for (const { name, on: day, facts } of pack.examples.examples[id]?.deadlines ?? []) {
      const [a, b] = [first, other].map((requirement) =>
        deadlineOf({ pack, requirement, on: day, facts }),
      );
      assert.deepEqual(a, b, `${id}: ${name}`);
    }
  }
  assert.ok(compared > 140, `${compared} examples`);
});

const WORDS = {
  activity: ["initial", "recertification", "surveillance", "change"],
  reportType: ["new", "reissue", "change", "status"],
  status: ["valid", "suspended", "withdrawn", "expired"],
  previousStatus: ["valid", "suspended", "withdrawn"],
  stage: ["stage-1", "stage-2", "recertification", "surveillance"],
  qualification: ["senior", "auditor", "trainee", "expert"],
  mode: ["on-site", "remote", "mixed"],
};

const days = fc
  .integer({ min: 20_000, max: 21_500 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

function arbitraryValue(name: string, type: FactType): fc.Arbitrary<string | number | boolean> {
  if (type === "number") return fc.integer({ min: 0, max: 400 }).map((half) => half / 2);
  if (type === "flag") return fc.boolean();
  if (type === "date") return days;
  const words = Object.entries(WORDS).find(([of]) => of === name)?.[1] ?? ["QMS"];
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

for (const type of [
  "CertificateReported",
  "AuditParticipationReported",
  "AuditPlanReported",
] as const) {
  test(`two CEL engines agree on any ${type}`, () => {
    const own = pairs.filter(([{ document }]) => document.on === type);
    const property = fc.property(arbitraryFacts(VOCABULARY[type]), (facts) => {
      const context = languageFor(pack, type).contextOf(facts);
      for (const [first, other] of own) {
        const outcome = outcomeOf(first, context, facts);
        assert.equal(outcomeOf(other, context, facts), outcome, first.document.id);
      }
    });
    fc.assert(property, { numRuns: 300 });
  });
}
