import { Environment } from "@marcbachmann/cel-js";
import { LANGUAGE_FUNCTIONS, languageFunctions } from "../calculators/language-functions.ts";
import type { WorkingCalendar } from "../calendar/working-days.ts";
import type { Facts, FactType } from "../facts/declaration.ts";
import type { Vocabulary } from "../facts/vocabulary.ts";
import { costOf, type Reads, readsOf } from "./expression-syntax.ts";

/**
 * Bounds of one expression. There are no loops, macros, patterns or recursion: each node runs at
 * most once, so nodes and the cost of what is called bound its time too.
 */
export const EXPRESSION_CHARACTERS_MAX = 600;
export const EXPRESSION_COST_MAX = 200;
const LIMITS = { maxAstNodes: 120, maxDepth: 16, maxCallArguments: 4, maxListElements: 16 };

export const CEL_TYPES = {
  text: "string",
  date: "string",
  number: "double",
  flag: "bool",
} as const;
export type ParameterValue = string | number | boolean | null;

export type ExpressionFault = {
  readonly code:
    | "expression-too-long"
    | "expression-too-deep"
    | "expression-too-large"
    | "expression-too-costly"
    | "syntax"
    | "type-error"
    | "unknown-fact"
    | "unknown-parameter"
    | "unknown-function";
  readonly detail: string;
};

export type Expression = {
  readonly text: string;
  readonly reads: Reads;
  readonly type: string;
  readonly run: (context: Context) => unknown;
};

/** Facts as CEL values under their names, the pack's parameters under `param`. */
export type Context = { readonly [name: string]: unknown };

/** What expressions may say about one vocabulary, and how its facts are handed to them. */
export type Language = {
  readonly compile: (text: string) => Expression | ExpressionFault;
  readonly contextOf: (facts: Facts) => Context;
};

/** Its constructor is what tells CEL the type of `param`; one class per pack. */
const parameterClass = () =>
  class Parameters {
    constructor(values: Record<string, unknown>) {
      Object.assign(this, values);
    }
  };

const BLANKS = { string: "", double: Number.NaN, bool: false } as const;

const celTypeOf = (value: ParameterValue) =>
  typeof value === "string" ? "string" : typeof value === "boolean" ? "bool" : "double";

/** Where a not known value stands for itself inside CEL: the blank of its type. */
function blankFor(type: FactType): string | number | boolean {
  return BLANKS[CEL_TYPES[type]];
}

export function languageOf(given: {
  vocabulary: Vocabulary;
  parameters: { readonly [id: string]: ParameterValue };
  calendar: WorkingCalendar;
}): Language {
  const { parameters } = given;
  const declared = Object.entries(given.vocabulary);
  const ParameterSet = parameterClass();
  const param = new ParameterSet(mapValues(parameters, (value) => value ?? Number.NaN));
  const environment = new Environment({ limits: LIMITS });
  for (const { name, parameters: types, result, run } of languageFunctions(given.calendar)) {
    environment.registerFunction(`${name}(${types.join(", ")}): ${result}`, run);
  }
  environment.registerType("Parameters", {
    ctor: ParameterSet,
    fields: mapValues(parameters, celTypeOf),
  });
  environment.registerVariable("param", "Parameters");
  for (const [name, { type }] of declared) environment.registerVariable(name, CEL_TYPES[type]);
  const known = new Set(declared.map(([name]) => name)).add("param");
  const names = declared.map(([name]) => name);
  const blank = Object.fromEntries(declared.map(([name, { type }]) => [name, blankFor(type)]));
  const nothingKnown: Context = { param, ...blank };
  return {
    compile: (text) => compile({ environment, text, known, parameters }),
    contextOf: (facts) => contextOf(facts, names, nothingKnown),
  };
}

/** A copy that is filled in: contexts of one shape are made and read several times faster. */
function contextOf(facts: Facts, names: readonly string[], nothingKnown: Context): Context {
  const context: Record<string, unknown> = { ...nothingKnown };
  for (const name of names) {
    const value = facts[name];
    if (value !== null && value !== undefined) context[name] = value;
  }
  return context;
}

const COSTS = new Map(LANGUAGE_FUNCTIONS.map(({ name, cost }) => [name, cost ?? 0]));

function compile(given: {
  environment: Environment;
  text: string;
  known: ReadonlySet<string>;
  parameters: { readonly [id: string]: ParameterValue };
}): Expression | ExpressionFault {
  const { environment, text } = given;
  if (text.length > EXPRESSION_CHARACTERS_MAX) {
    return { code: "expression-too-long", detail: `${text.length} characters` };
  }
  const parsed = parse(environment, text);
  if ("detail" in parsed) return parsed;
  const reads = readsOf(parsed.ast);
  const fact = [...reads.names].find((name) => !given.known.has(name));
  if (fact !== undefined) return { code: "unknown-fact", detail: fact };
  const parameter = [...reads.parameters].find((id) => !Object.hasOwn(given.parameters, id));
  if (parameter !== undefined) return { code: "unknown-parameter", detail: parameter };
  const call = [...reads.calls].find((name) => !COSTS.has(name));
  if (call !== undefined) return { code: "unknown-function", detail: call };
  const cost = costOf(parsed.ast, (name) => COSTS.get(name) ?? 0);
  if (cost > EXPRESSION_COST_MAX) {
    const detail = `cost ${cost}, at most ${EXPRESSION_COST_MAX}`;
    return { code: "expression-too-costly", detail };
  }
  const checked = parsed.check();
  if (!checked.valid) return { code: "type-error", detail: checked.error?.summary ?? "" };
  return { text, reads, type: checked.type ?? "dyn", run: parsed };
}

function parse(
  environment: Environment,
  text: string,
): ReturnType<Environment["parse"]> | ExpressionFault {
  try {
    return environment.parse(text);
  } catch (error) {
    const detail = error instanceof Error && "summary" in error ? String(error.summary) : "";
    return { code: syntaxCode(detail), detail };
  }
}

/** The parser names the limit that it met. */
function syntaxCode(detail: string): ExpressionFault["code"] {
  if (!detail.startsWith("Exceeded")) return "syntax";
  return detail.includes("maxDepth") ? "expression-too-deep" : "expression-too-large";
}

function mapValues<A, B>(from: { readonly [k: string]: A }, change: (value: A) => B) {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value)]));
}
