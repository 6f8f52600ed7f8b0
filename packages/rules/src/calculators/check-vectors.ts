import type { YamlFile } from "../pack/yaml-file.ts";
import { calculate } from "./calculate.ts";
import type { Calculator } from "./calculator-document.ts";
import type { CalculatorError } from "./calculator-error.ts";
import type { Vector, VectorsDocument } from "./vectors-document.ts";

/** Numbers of a vector and of a result are the same within this. */
const TOLERANCE = 1e-6;

export function checkVectors(
  calculator: Calculator,
  { content, lineOf }: YamlFile<VectorsDocument>,
): CalculatorError[] {
  const file = "vectors.json";
  const name = `${calculator.id}/${calculator.version}`;
  const named = `${content.calculator}/${content.version}`;
  if (named !== name) {
    const message = {
      zh: `例子属于 \`${named}\`，不属于 \`${name}\`；更正 calculator 与 version`,
      en: `the vectors are of \`${named}\`, not of \`${name}\`; mend calculator and version`,
    };
    return [{ file, line: lineOf(["calculator"]), code: "vectors-of-another", message }];
  }
  return content.cases.flatMap((vector, index) => {
    const difference = differenceOf(calculator, vector);
    if (difference === null) return [];
    const message = {
      zh: `${difference}（${vector.source}）；核对数值与例子的来源，更正其一`,
      en: `${difference} (${vector.source}); compare value and vector with the source, mend one`,
    };
    return [{ file, line: lineOf(["cases", index]), code: "vector-fails" as const, message }];
  });
}

/** Null when the calculation is as expected. */
function differenceOf(calculator: Calculator, { input, expected }: Vector): string | null {
  const calculation = calculate(calculator, input);
  const { outcome, ...fields } = expected;
  const code = "reason" in calculation ? calculation.reason.code : null;
  const found: { readonly [name: string]: unknown } = { code, ...calculation.result };
  if (calculation.outcome !== outcome) {
    return `${JSON.stringify(input)}: expected ${outcome}, found ${calculation.outcome}`;
  }
  const wrong = Object.entries(fields).find(([name, value]) => !isSame(value, found[name]));
  if (wrong === undefined) return null;
  const [name, value] = wrong;
  const [want, have] = [value, found[name]].map((one) => JSON.stringify(one) ?? "nothing");
  return `${JSON.stringify(input)}: \`${name}\` expected ${want}, found ${have}`;
}

const isSame = (expected: unknown, found: unknown): boolean =>
  typeof expected === "number" && typeof found === "number"
    ? Math.abs(expected - found) <= TOLERANCE
    : JSON.stringify(expected) === JSON.stringify(found);
