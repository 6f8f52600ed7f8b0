import { useLocation } from "preact-iso";

/** `on`: empty for today, `any` for all versions, or a day. The others: empty for any. */
const FILTERS = ["on", "state", "category", "filed", "field", "issuer", "kind"] as const;
export type Filters = Record<(typeof FILTERS)[number], string>;

export const isNarrowed = (filters: Filters): boolean =>
  FILTERS.some((name) => filters[name] !== "");

/** The current address with other filters, nothing else changed. */
export function withFilters(url: string, changes: Partial<Filters>): string {
  const address = new URL(url, "http://same-site");
  for (const [name, value] of Object.entries(changes)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  return address.pathname + address.search;
}

/** What the API is asked: unless a state or a day is chosen, what is in force today. */
export function askedOf(filters: Filters, today: string): Filters & { on: string } {
  const { on, state } = filters;
  const isPast = state === "superseded" || state === "cancelled";
  const day = on === "any" ? "" : on || (isPast ? "" : today);
  return { ...filters, on: day };
}

/** Filters as they stand in the address, so that a search can be sent to somebody. */
export function useFilters() {
  const { query, route } = useLocation();
  const filters = Object.fromEntries(FILTERS.map((name) => [name, query[name] ?? ""])) as Filters;
  const setFilters = (changes: Partial<Filters>) =>
    route(withFilters(location.href, changes), true);
  const none = Object.fromEntries(FILTERS.map((name) => [name, ""]));
  return { filters, setFilters, clear: () => setFilters(none) };
}
