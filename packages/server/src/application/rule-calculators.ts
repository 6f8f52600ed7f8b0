import type { Calculator, VectorsDocument } from "@suzheng/rules";

export type PublishedCalculator = {
  calculator: Calculator;
  vectors: VectorsDocument;
  /** SHA-256 over calculator.yaml, hex: what the published text is. */
  contentHash: string;
};
