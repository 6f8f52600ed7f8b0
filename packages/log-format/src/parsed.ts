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

/**
 * Runs a parser; `malformed` inside it becomes the result, any other error is a fault and passes.
 */
export function parsing<Value>(parse: () => Value): Parsed<Value> {
  try {
    return { outcome: "parsed", value: parse() };
  } catch (error) {
    if (error instanceof Malformed) return { outcome: "malformed", detail: error.detail };
    throw error;
  }
}

/**
 * Inside a parser: the value of a part, or the part's complaint, with the place where it stands.
 */
export function parsedPart<Value>(where: string, parsed: Parsed<Value>): Value {
  if (parsed.outcome === "parsed") return parsed.value;
  const { zh, en } = parsed.detail;
  return malformed({ zh: `\`${where}\`：${zh}`, en: `\`${where}\`: ${en}` });
}
