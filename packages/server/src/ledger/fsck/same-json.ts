type Json = unknown;

/**
 * Whether two values are the same as JSON, whatever the order of names; `undefined` is as good as
 * not there.
 */
export function sameJson(one: Json, other: Json, except: ReadonlySet<string> = NONE): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, i) => sameJson(item, other[i]))
    );
  }
  return differingName(one, other, except) === null;
}

const NONE: ReadonlySet<string> = new Set();

/** The first name, in the order of `one`, whose values differ; null when none does. */
export function differingName(
  one: object,
  other: object,
  except: ReadonlySet<string> = NONE,
): string | null {
  const left = one as Record<string, unknown>;
  const right = other as Record<string, unknown>;
  for (const name in left) {
    if (!except.has(name) && !sameJson(left[name], right[name])) return name;
  }
  for (const name in right) {
    if (!except.has(name) && left[name] === undefined && right[name] !== undefined) return name;
  }
  return null;
}
