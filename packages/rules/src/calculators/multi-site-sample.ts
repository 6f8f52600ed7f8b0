import { z } from "zod";
import {
  aboveLimit,
  type Calculation,
  computed,
  inputLine,
  known,
  type Line,
  malformed,
  missingOf,
  parameterLine,
  refused,
  stepLine,
  UNITS,
} from "./calculation.ts";
import type { SamplingCalculator } from "./calculator-document.ts";
import { ceiling, ceilingOfRoot, fractionOf, times } from "./fraction.ts";

export const MultiSiteInput = z.strictObject({
  /** Sites apart from the central function. */
  sites: z.int().positive().max(1_000_000),
  audit: z.enum(["initial", "surveillance", "recertification"]),
  /** False where the processes of the sites do not allow sampling (MD 1 6.2). */
  samplingAllowed: z.boolean().default(true),
  /** All reductions of a sampled site's audit time together, percent; null or absent: not asked. */
  siteReductionPercent: z.number().min(0).max(100).nullable().optional(),
});
export type MultiSiteInput = z.input<typeof MultiSiteInput>;

export type MultiSiteResult = {
  /** Sites to visit, the central function not counted. */
  readonly sitesInSample: number;
  /** Of these, how many at least are drawn at random. Null: nothing is drawn. */
  readonly randomSitesMin: number | null;
  /** Sites in the sample and the central function. */
  readonly visits: number;
};

type Parsed = z.output<typeof MultiSiteInput>;
type Parameters = SamplingCalculator["parameters"];

/**
 * Sample of sites by IAF MD 1. Sampling allowed (6.1): the factor of the audit times the square
 * root of the sites, rounded up; at least a quarter of it at random, rounded up, unless all sites
 * are visited. Not allowed (6.2): all sites, in surveillance 30 % of them a year, rounded up. The
 * central function comes on top each time. The smallest sample is meant; a body may visit more.
 */
export function multiSiteSample(
  calculator: SamplingCalculator,
  input: unknown,
): Calculation<MultiSiteResult> {
  const parsed = MultiSiteInput.safeParse(input);
  if (!parsed.success) return malformed(parsed.error);
  const { parameters } = calculator;
  const missing = missingOf(Object.values(parameters));
  if (missing !== null) return missing;
  const { sites, siteReductionPercent = null } = parsed.data;
  if (sites < known(parameters.sitesMin)) return tooFew(known(parameters.sitesMin));
  const limit = known(parameters.siteReductionPercentMax);
  if (siteReductionPercent !== null && siteReductionPercent > limit) {
    return aboveLimit(siteReductionPercent, limit);
  }
  const lines = [inputLine(SITES, sites, UNITS.sites)];
  const step = sampleOf(parameters, parsed.data);
  if (step.line !== null) lines.push(step.line);
  lines.push(stepLine({ what: SAMPLE, value: step.sites, unit: UNITS.sites }, lines));
  const isDrawn = parsed.data.samplingAllowed && step.sites < sites;
  const share = fractionOf(known(parameters.randomPercentMin) / 100, 4);
  const randomSitesMin = isDrawn ? ceiling(times({ over: step.sites, under: 1 }, share)) : null;
  if (isDrawn) {
    lines.push(parameterLine(parameters.randomPercentMin));
    lines.push(stepLine({ what: RANDOM, value: randomSitesMin, unit: UNITS.sites }, lines));
  }
  if (siteReductionPercent !== null) {
    lines.push(inputLine(SITE_REDUCTION, siteReductionPercent, UNITS.percent));
    lines.push(parameterLine(parameters.siteReductionPercentMax));
  }
  return computed({ sitesInSample: step.sites, randomSitesMin, visits: step.sites + 1 }, lines);
}

const SITES = { zh: "中心职能之外的场所", en: "sites apart from the central function" };
const SAMPLE = {
  zh: "应审核的场所，另加中心职能",
  en: "sites to audit, besides the central function",
};
const RANDOM = { zh: "其中随机抽取至少", en: "of these at random at least" };
const SITE_REDUCTION = {
  zh: "单个场所审核时间合计减少",
  en: "reduction of a site's audit time in all",
};

function sampleOf(
  parameters: Parameters,
  { sites, audit, samplingAllowed }: Parsed,
): { readonly sites: number; readonly line: Line | null } {
  if (samplingAllowed) {
    const factor = parameters[`${audit}Factor`];
    const sample = ceilingOfRoot(fractionOf(known(factor)), sites);
    return { sites: sample, line: parameterLine(factor) };
  }
  if (audit !== "surveillance") return { sites, line: null };
  const { unsampledSurveillancePercent: percent } = parameters;
  const part = fractionOf(known(percent) / 100, 4);
  const yearly = ceiling(times({ over: sites, under: 1 }, part));
  return { sites: yearly, line: parameterLine(percent) };
}

const tooFew = (least: number) =>
  refused("too-few-sites", {
    zh: `中心职能之外至少 ${least} 个场所才适用`,
    en: `it applies from ${least} sites apart from the central function`,
  });
