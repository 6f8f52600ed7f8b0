import type { Calculator, RuleSources, VectorsDocument } from "@suzheng/rules";

export type PublishedCalculator = {
  calculator: Calculator;
  vectors: VectorsDocument;
  /** What its sources stand for, as far as it is listed. */
  sources: RuleSources;
  /** SHA-256 over calculator.yaml, hex: what the published text is. */
  contentHash: string;
};
