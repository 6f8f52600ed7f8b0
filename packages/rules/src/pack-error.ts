import type { LocalText } from "./facts/declaration.ts";

export type PackErrorCode =
  | "syntax"
  | "shape"
  | "no-source"
  | "duplicate-id"
  | "unknown-clause"
  | "expression-too-long"
  | "type-error"
  | "unknown-fact"
  | "unknown-parameter"
  | "unknown-function"
  | "unguarded-fact"
  | "example-missing"
  | "example-fails"
  | "example-of-nothing";

/** Why a pack is refused, where an author can see it. */
export type PackError = {
  readonly file: "pack.yaml" | "examples.yaml";
  /** From 1. */
  readonly line: number;
  /** Number of the clause of the requirement concerned, when there is one. */
  readonly clause: string | null;
  readonly code: PackErrorCode;
  readonly message: LocalText;
};
