import {
  Calculation,
  CalculatorAnswer,
  CalculatorList,
  type CalculatorParameter,
  type CalculatorSummary,
} from "@suzheng/api-contract";
import { CALCULATION_INPUTS, type Calculator, calculate } from "@suzheng/rules";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { PublishedCalculator } from "../../application/rules/rule-calculators.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";

const Params = z.object({ id: z.string(), version: z.string() });

function summaryOf({ calculator }: PublishedCalculator): CalculatorSummary {
  const { id, version, kind, number, title, issuer, edition } = calculator;
  return { id, version, kind, number, title, issuer, edition };
}

const parametersOf = ({ parameters }: Calculator): CalculatorParameter[] =>
  Object.entries(parameters).map(([id, { note, ...parameter }]) => ({
    ...parameter,
    id,
    note: note ?? null,
  }));

function conditionsOf(calculator: Calculator): CalculatorAnswer["conditions"] {
  if (calculator.kind !== "transfer-eligibility") return [];
  const { eligibility, steps } = calculator;
  return Object.entries({ ...eligibility, ...steps }).map(([id, statement]) => ({
    id,
    ...statement,
  }));
}

function answerOf(published: PublishedCalculator): CalculatorAnswer {
  const { calculator, contentHash, vectors, sources } = published;
  return {
    ...summaryOf(published),
    inForceFrom: calculator.inForceFrom,
    contentHash,
    vectors: vectors.cases.length,
    parameters: parametersOf(calculator),
    conditions: conditionsOf(calculator),
    notes: calculator.notes,
    sources: { documents: [...sources.documents], facts: [...sources.facts] },
    inputSchema: z.toJSONSchema(CALCULATION_INPUTS[calculator.kind], { io: "input" }),
    document: calculator,
  };
}

function publishedCalculator(app: App, { id, version }: z.infer<typeof Params>) {
  const found = app.calculators.find(
    ({ calculator }) => calculator.id === id && calculator.version === version,
  );
  if (found === undefined) throw new HttpProblem("calculator-not-found");
  return found;
}

function calculationOf(published: PublishedCalculator, input: unknown): Calculation {
  const { calculator, contentHash } = published;
  const calculation = calculate(calculator, input);
  const { outcome, lines } = calculation;
  const { id, version } = calculator;
  const by = { calculator: { id, version, contentHash }, lines: [...lines] };
  switch (outcome) {
    case "computed": {
      const { result, confidence } = calculation;
      return { ...by, outcome, result: { ...result }, confidence, reason: null };
    }
    case "cannot-tell":
      return { ...by, outcome, result: null, confidence: null, reason: calculation.reason };
    case "refused": {
      const { code, message } = calculation.reason;
      throw new HttpProblem(code, { detail: message });
    }
  }
}

export const calculatorRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const tags = ["calculators"];
    server.get(
      "/calculators",
      { schema: { tags, response: { 200: CalculatorList } } },
      async () => ({ items: app.calculators.map(summaryOf) }),
    );
    const place = "/calculators/:id/:version";
    server.get(
      place,
      { schema: { tags, params: Params, response: { 200: CalculatorAnswer } } },
      async ({ params }) => answerOf(publishedCalculator(app, params)),
    );
    server.post(
      `${place}/calculations`,
      { schema: { tags, params: Params, body: z.unknown(), response: { 200: Calculation } } },
      async ({ params, body }) => calculationOf(publishedCalculator(app, params), body),
    );
    server.get(
      `${place}/vectors.json`,
      { schema: { tags, params: Params } },
      async ({ params }, reply) => {
        const { vectors } = publishedCalculator(app, params);
        const file = `${params.id}-${params.version}-vectors.json`;
        return reply
          .type("application/json; charset=utf-8")
          .header("content-disposition", `attachment; filename="${file}"`)
          .send(JSON.stringify(vectors));
      },
    );
  };
