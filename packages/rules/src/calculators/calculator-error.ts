import type { LocalText } from "../facts/declaration.ts";

export type CalculatorErrorCode =
  | "syntax"
  | "shape"
  | "no-source"
  | "table-order"
  | "table-width"
  | "table-falls"
  | "cell-without-value"
  | "cell-of-nothing"
  | "vectors-of-another"
  | "vector-fails";

/** Why a calculator is refused, where its author can see it and with what to do. */
export type CalculatorError = {
  readonly file: "calculator.yaml" | "vectors.json";
  /** From 1. */
  readonly line: number;
  readonly code: CalculatorErrorCode;
  readonly message: LocalText;
};
