import { z } from "zod";
import { type Cell, findCell } from "./audit-time-cell.ts";
import {
  aboveLimit,
  type Calculation,
  cannotTell,
  computed,
  inputLine,
  known,
  type Line,
  malformed,
  missingOf,
  NOT_READ,
  parameterLine,
  stepLine,
  UNITS,
} from "./calculation.ts";
import { type AuditTimeCalculator, Risk, System } from "./calculator-document.ts";
import {
  type Fraction,
  fractionOf,
  type HalfDays,
  nearestHalf,
  parseFraction,
  times,
  toNumber,
} from "./fraction.ts";

export const AuditTimeInput = z.strictObject({
  system: System,
  /** Risk or complexity category. EMS and OHSMS need it; QMS has one column and ignores it. */
  risk: Risk.nullable().optional(),
  /** Effective number of personnel, a whole number from 1, found in an earlier step. */
  effectivePersonnel: z.int().positive().max(10_000_000),
  activity: z.enum(["initial", "surveillance", "recertification"]),
  /**
   * All adjustments together, percent of the table's value, at most two decimals; below 0: less.
   */
  adjustmentPercent: z.number().min(-100).max(1000).multipleOf(0.01).default(0),
});
export type AuditTimeInput = z.input<typeof AuditTimeInput>;

export type AuditTimeResult = {
  /** The table's value: initial audit, stages 1 and 2, person-days. */
  readonly tableDays: number;
  /** After adjustment and the share of the activity, before rounding; six decimals. */
  readonly exactDays: number;
  /** To the nearest half day. */
  readonly personDays: number;
  /** `personDays` in hours. */
  readonly hours: number;
  /** The least part of `personDays` on site, person-days, not rounded. */
  readonly onSiteDaysMin: number;
  /**
   * Rounding went below the largest reduction; the sources do not say which of the two prevails.
   */
  readonly roundedBelowLimit: boolean;
};

/**
 * Audit time by IAF MD 5: the table's value for the band (both ends included), adjusted by no more
 * than the allowed reduction, times the share of the activity, to the nearest half day (MD 5 2.2.3:
 * 5.3 gives 5.5, 5.2 gives 5). Exactly between two half days, above the last band and where sources
 * disagree it cannot tell as long as the calculator has no value for it.
 */
export function auditTime(
  calculator: AuditTimeCalculator,
  input: unknown,
): Calculation<AuditTimeResult> {
  const parsed = AuditTimeInput.safeParse(input);
  if (!parsed.success) return malformed(parsed.error);
  const { activity, adjustmentPercent } = parsed.data;
  const { surveillanceShare, recertificationShare, roundingTie, ...always } = calculator.parameters;
  const share = {
    initial: null,
    surveillance: surveillanceShare,
    recertification: recertificationShare,
  }[activity];
  const missing = missingOf([...Object.values(always), ...(share === null ? [] : [share])]);
  if (missing !== null) return missing;
  const limit = known(always.reductionPercentMax);
  if (-adjustmentPercent > limit) return aboveLimit(-adjustmentPercent, limit);
  const cell = findCell(calculator.table, parsed.data);
  if ("outcome" in cell) return cell;
  return rounded(
    calculator.parameters,
    timeOf({ cell, share, adjustmentPercent, parameters: always }),
  );
}

type Parameters = AuditTimeCalculator["parameters"];

/** Before rounding; `least` is the same with the largest reduction. */
type Time = {
  readonly cell: Cell;
  readonly exact: Fraction;
  readonly least: Fraction;
  readonly lines: readonly Line[];
};

function timeOf(given: {
  readonly cell: Cell;
  readonly share: Parameters["surveillanceShare"] | null;
  readonly adjustmentPercent: number;
  readonly parameters: Pick<Parameters, "reductionPercentMax">;
}): Time {
  const { cell, share, adjustmentPercent, parameters } = given;
  const lines = [...cell.lines];
  if (adjustmentPercent !== 0) {
    lines.push(inputLine({ zh: "调整", en: "adjustment" }, adjustmentPercent, UNITS.percent));
  }
  if (adjustmentPercent < 0) lines.push(parameterLine(parameters.reductionPercentMax));
  if (share !== null) lines.push(parameterLine(share));
  const part = share === null ? { over: 1, under: 1 } : parseFraction(known(share));
  const whole = times(fractionOf(cell.days, 1), part);
  const exact = times(whole, percentOf(100 + adjustmentPercent));
  const least = times(whole, percentOf(100 - known(parameters.reductionPercentMax)));
  const what = { zh: "取整前", en: "before rounding" };
  return {
    cell,
    exact,
    least,
    lines: [...lines, stepLine({ what, value: toNumber(exact), unit: UNITS.days }, lines)],
  };
}

function rounded(parameters: Parameters, time: Time): Calculation<AuditTimeResult> {
  const { roundingStepDays, roundingTie, personDayHours, onSitePercentMin } = parameters;
  const half = nearestHalf(time.exact);
  if (half.tie && roundingTie.value === null) return tie(half, time.lines);
  const personDays = roundingTie.value === "down" ? half.down : half.up;
  const lines = [...time.lines, parameterLine(half.tie ? roundingTie : roundingStepDays)];
  const roundedBelowLimit = personDays < time.least.over / time.least.under;
  if (roundedBelowLimit) lines.push(belowLimitLine(toNumber(time.least)));
  const what = { zh: "审核时间", en: "audit time" };
  lines.push(stepLine({ what, value: personDays, unit: UNITS.days }, lines));
  lines.push(parameterLine(personDayHours), parameterLine(onSitePercentMin));
  const onSite = times(fractionOf(personDays, 1), percentOf(known(onSitePercentMin)));
  const result = {
    tableDays: time.cell.days,
    exactDays: toNumber(time.exact),
    personDays,
    hours: personDays * known(personDayHours),
    onSiteDaysMin: toNumber(onSite),
    roundedBelowLimit,
  };
  const least = { what: ON_SITE, value: result.onSiteDaysMin, unit: UNITS.days };
  return computed(result, [...lines, stepLine(least, lines)]);
}

const ON_SITE = { zh: "其中现场至少", en: "of it on site at least" };

const percentOf = (percent: number): Fraction => fractionOf(percent / 100, 4);

const belowLimitLine = (value: number): Line => ({
  what: {
    zh: "取整后低于允许减少的下限；来源未说明以哪个为准",
    en: "rounded below the largest reduction allowed; the sources do not say which prevails",
  },
  value,
  unit: UNITS.days,
  source: NOT_READ,
  confidence: "low",
});

const tie = ({ down, up }: HalfDays, lines: readonly Line[]) =>
  cannotTell(
    "parameter-not-known",
    {
      zh: `恰在 ${down} 与 ${up} 人日正中，如何取整未读到`,
      en: `exactly between ${down} and ${up} person-days; how to round that was not read`,
    },
    lines,
  );
