import { exampleFacts } from "./check-examples.ts";
import { certaintyOf } from "./explain.ts";
import type { CompiledRequirement, Pack } from "./pack/pack.ts";

type NamesInEnglish = ReadonlyMap<string, string>;

/**
 * The pack as the rules page shows it: `RuleVersion` of the API without the hash of the file. Names
 * of examples have an empty English where there is none.
 */
export function describePack(pack: Pack, exampleNames: NamesInEnglish = new Map()) {
  const { schemes, itemCodes, category, requirements, ...rest } = pack.document;
  return {
    ...rest,
    requirements: requirements.flatMap(({ id }) => {
      const requirement = pack.requirements.get(id);
      return requirement === undefined
        ? []
        : [describeRequirement(pack, { requirement, exampleNames })];
    }),
  };
}

type Described = { requirement: CompiledRequirement; exampleNames: NamesInEnglish };

function describeRequirement(pack: Pack, { requirement, exampleNames }: Described) {
  const { id, clause, kind, on, title } = requirement.document;
  const cases = pack.examples.examples[id]?.cases ?? [];
  return {
    id,
    clause,
    kind,
    on: [on as string],
    title,
    expression: expressionOf(requirement),
    facts: [...requirement.noted],
    parameters: [...requirement.parameters],
    ...certaintyOf(requirement),
    examples: cases.map(({ name, facts, expect }) => ({
      name: { zh: name, en: exampleNames.get(name) ?? "" },
      expect,
      facts: exampleFacts(requirement, pack.examples, facts),
    })),
  };
}

function expressionOf({ document: { when, requires, deadline } }: CompiledRequirement): string {
  const lines = [`when: ${when}`, `requires: ${requires}`];
  if (deadline !== undefined) lines.push(`due: ${deadline.due}`);
  return lines.map((line) => line.trim()).join("\n");
}
