import { z } from "zod";
import {
  aboveLimit,
  type Calculation,
  computed,
  inputLine,
  known,
  malformed,
  missingOf,
  parameterLine,
  refused,
  stepLine,
  UNITS,
} from "./calculation.ts";
import type { IntegrationCalculator } from "./calculator-document.ts";
import { fractionOf, times, toNumber } from "./fraction.ts";

const Days = z.number().positive().max(10_000).multipleOf(0.01);

export const IntegratedAuditTimeInput = z.strictObject({
  /** Each system's own time, after MD 5 and MD 1, person-days with at most two decimals. */
  systems: z
    .array(
      z.strictObject({
        system: z.string().min(1).max(40),
        personDays: Days,
        /**
         * The table's value before reduction; given for all systems, the overall reduction is
         * shown.
         */
        tableDays: Days.nullable().optional(),
      }),
    )
    .max(20),
  /** What the body takes off for integration, percent of the sum, at most two decimals. */
  reductionPercent: z.number().min(0).max(100).multipleOf(0.01),
});
export type IntegratedAuditTimeInput = z.input<typeof IntegratedAuditTimeInput>;

export type IntegratedAuditTimeResult = {
  /** Sum of the single times, person-days. */
  readonly sumDays: number;
  /** After the reduction, not rounded: how to round was not read. */
  readonly exactDays: number;
  /** Against the sum of the table's values; null when these were not given. Six decimals. */
  readonly overallReductionPercent: number | null;
};

/**
 * Audit time of an integrated system by IAF MD 11: the sum of the single times, less at most the
 * allowed reduction. It is applied upon MD 5 and MD 1, so 30 % and then 20 % make 44 %, never 50 %.
 */
export function integratedAuditTime(
  calculator: IntegrationCalculator,
  input: unknown,
): Calculation<IntegratedAuditTimeResult> {
  const parsed = IntegratedAuditTimeInput.safeParse(input);
  if (!parsed.success) return malformed(parsed.error);
  const { systems, reductionPercent } = parsed.data;
  const { systemsMin, reductionPercentMax } = calculator.parameters;
  const missing = missingOf([systemsMin, reductionPercentMax]);
  if (missing !== null) return missing;
  if (systems.length < known(systemsMin)) return tooFew(known(systemsMin));
  const limit = known(reductionPercentMax);
  if (reductionPercent > limit) return aboveLimit(reductionPercent, limit);
  const sum = sumOf(systems.map(({ personDays }) => personDays));
  const exact = times(sum, fractionOf((100 - reductionPercent) / 100, 4));
  const table = systems.map(({ tableDays }) => tableDays ?? null);
  const sumDays = toNumber(sum);
  const exactDays = toNumber(exact);
  const lines = [
    ...systems.map(({ system, personDays }) =>
      inputLine({ zh: system, en: system }, personDays, UNITS.days),
    ),
    stepLine({ what: SUM, value: sumDays, unit: UNITS.days }, []),
    inputLine(REDUCTION, reductionPercent, UNITS.percent),
    parameterLine(reductionPercentMax),
  ];
  const overallReductionPercent = overallOf(table, exactDays);
  lines.push(stepLine({ what: TOTAL, value: exactDays, unit: UNITS.days }, lines));
  if (overallReductionPercent !== null) {
    const step = { what: OVERALL, value: overallReductionPercent, unit: UNITS.percent };
    lines.push(stepLine(step, lines));
  }
  return computed({ sumDays, exactDays, overallReductionPercent }, lines);
}

const SUM = { zh: "各体系之和", en: "sum of the systems" };
const REDUCTION = { zh: "因一体化减少", en: "reduction for integration" };
const TOTAL = { zh: "一体化审核时间（未取整）", en: "integrated audit time, not rounded" };
const OVERALL = { zh: "相对表值合计减少", en: "reduction from the tables in all" };

const sumOf = (days: readonly number[]) => fractionOf(days.reduce((total, one) => total + one, 0));

function overallOf(table: readonly (number | null)[], exactDays: number): number | null {
  const known = table.filter((days) => days !== null);
  if (known.length < table.length) return null;
  return toNumber(fractionOf((1 - exactDays / toNumber(sumOf(known))) * 100, 6));
}

const tooFew = (least: number) =>
  refused("too-few-systems", {
    zh: `一体化审核至少 ${least} 个体系`,
    en: `an integrated audit covers at least ${least} systems`,
  });
