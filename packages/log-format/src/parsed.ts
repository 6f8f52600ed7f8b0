/** A message in both languages, Chinese first. */
export type LocalText = { zh: string; en: string };

/** Result of reading untrusted bytes. Nothing malformed gets further than its parser. */
export type Parsed<Value> =
  | { outcome: "parsed"; value: Value }
  | { outcome: "malformed"; detail: LocalText };

/** Leaves a parser from any depth; caught only by `parsing`. */
class Malformed extends Error {
  readonly detail: LocalText;
  constructor(detail: LocalText) {
    super(detail.en);
    this.detail = detail;
  }
}

export function malformed(detail: LocalText): never {
  throw new Malformed(detail);
}

/** Runs a parser; `malformed` inside it becomes the result, any other error is a fault and passes. */
export function parsing<Value>(parse: () => Value): Parsed<Value> {
  try {
    return { outcome: "parsed", value: parse() };
  } catch (error) {
    if (error instanceof Malformed) return { outcome: "malformed", detail: error.detail };
    throw error;
  }
}

/** Inside a parser: the value of a part, or the part's complaint. */
export function parsedOr<Value>(parsed: Parsed<Value>): Value {
  return parsed.outcome === "parsed" ? parsed.value : malformed(parsed.detail);
}
