export type Lookup = { number: string; holderName: string };

const KEPT = "suzheng.recent";
const KEPT_MAX = 8;

function isLookup(value: unknown): value is Lookup {
  return (
    typeof value === "object" &&
    value !== null &&
    "number" in value &&
    typeof value.number === "string" &&
    "holderName" in value &&
    typeof value.holderName === "string"
  );
}

/** Newest first; only what this device itself looked up. */
export function recentLookups(): Lookup[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isLookup) : [];
  } catch {
    return []; // Storage is forbidden or was tampered with: there is simply no list.
  }
}

export function rememberLookup(lookup: Lookup): void {
  const others = recentLookups().filter((known) => known.number !== lookup.number);
  try {
    localStorage.setItem(KEPT, JSON.stringify([lookup, ...others].slice(0, KEPT_MAX)));
  } catch {
    // Storage is forbidden or full: the list stays as it was.
  }
}

export function forgetLookups(): void {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // Storage is forbidden, so nothing was kept.
  }
}
