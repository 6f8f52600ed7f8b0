import type { LocalText } from "@suzheng/api-contract";
import type { CalculationRefusalCode } from "@suzheng/rules";

type RefusedInput = { status: 422; title: string; detail: LocalText; wayOut: LocalText };

/** The sentence that a calculator gives stands in the place of `detail`. */
const refused = (title: string, detail: LocalText, wayOut: LocalText): RefusedInput => ({
  status: 422,
  title,
  detail,
  wayOut,
});

/** Input that a calculator refuses, by its own codes. */
export const CALCULATION_PROBLEMS = {
  "malformed-input": refused(
    "malformed input",
    { zh: "输入的格式不对。", en: "the input is not well formed" },
    {
      zh: "改正这一项后再算；各项的要求见该计算器的 inputSchema。",
      en: "Mend it and calculate again; the calculator's inputSchema says what each field takes.",
    },
  ),
  "risk-required": refused(
    "risk required",
    { zh: "这个体系需要风险或复杂程度。", en: "this system needs a risk or complexity category" },
    { zh: "选择风险或复杂程度后再算。", en: "Choose the category and calculate again." },
  ),
  "no-such-column": refused(
    "no such column",
    { zh: "表中没有这一风险类别的列。", en: "the table has no column for this category" },
    { zh: "选择表中有的类别。", en: "Choose a category that the table has." },
  ),
  "reduction-above-limit": refused(
    "reduction above limit",
    { zh: "减少超过允许的上限。", en: "the reduction exceeds what is allowed" },
    { zh: "改为不超过上限的减少。", en: "Reduce by no more than the limit." },
  ),
  "too-few-systems": refused(
    "too few systems",
    { zh: "体系太少，不成一体化审核。", en: "too few systems for an integrated audit" },
    { zh: "再填一个体系。", en: "Add another system." },
  ),
  "too-few-sites": refused(
    "too few sites",
    { zh: "场所太少，不适用抽样。", en: "too few sites for sampling" },
    { zh: "场所不足时逐个审核。", en: "Audit each site where there are so few." },
  ),
} as const satisfies Record<CalculationRefusalCode, RefusedInput>;
