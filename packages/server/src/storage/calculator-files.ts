import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadCalculator, type RuleSources } from "@suzheng/rules";
import { CodedError } from "../application/coded-error.ts";
import type { PublishedCalculator } from "../application/rules/rule-calculators.ts";
import { namedIn, readRuleSources } from "./rule-source-file.ts";

export type { PublishedCalculator };

/**
 * Loads `<folder>/<calculator>/<version>/{calculator.yaml,vectors.json}`. A calculator that does
 * not agree with its vectors is never half loaded.
 */
export function loadCalculators(folder: string): PublishedCalculator[] {
  const sources = readRuleSources(folder);
  return globSync("*/*/calculator.yaml", { cwd: folder })
    .sort()
    .map((file) => loadOne(join(folder, dirname(file)), sources));
}

function loadOne(folder: string, sources: RuleSources): PublishedCalculator {
  const text = readFileSync(join(folder, "calculator.yaml"), "utf8");
  const loaded = loadCalculator({ calculator: text, vectors: readVectors(folder) });
  if (loaded.ok) {
    const { calculator, vectors } = loaded;
    const contentHash = createHash("sha256").update(text).digest("hex");
    const named = namedIn({ calculator, vectors }, sources);
    return { calculator, vectors, contentHash, sources: named };
  }
  const [first] = loaded.errors;
  const where = `${folder}/${first?.file}:${first?.line}`;
  throw new CodedError(`calculator-${first?.code}`, {
    detail: {
      zh: `计算器不能载入：${where} ${first?.message.zh}`,
      en: `the calculator cannot be loaded: ${where} ${first?.message.en}`,
    },
    wayOut: {
      zh: "。按所指的文件与行修正后重试。",
      en: "Mend the named file and line, then try again.",
    },
  });
}

function readVectors(folder: string): string {
  try {
    return readFileSync(join(folder, "vectors.json"), "utf8");
  } catch (cause) {
    throw new CodedError(
      "calculator-without-vectors",
      {
        detail: {
          zh: `${folder} 没有可读的 vectors.json`,
          en: `${folder} has no readable vectors.json`,
        },
        wayOut: {
          zh: "。按 docs/formats/golden-vectors.md 写出例子。",
          en: "Write vectors as docs/formats/golden-vectors.md says.",
        },
      },
      { cause },
    );
  }
}
