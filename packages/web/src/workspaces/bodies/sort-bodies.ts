import type { InstitutionCounts } from "@suzheng/api-contract";

export const COLUMNS = [
  ...(["name", "valid", "suspended", "withdrawn", "cancelled", "expired"] as const),
  ...(["overdue", "lastReportedAt"] as const),
] as const;
export type Column = (typeof COLUMNS)[number];

export type Sorting = { by: Column; isDescending: boolean };

/** Names begin with the first, numbers and times with the greatest. */
export const usualSorting = (by: Column): Sorting => ({ by, isDescending: by !== "name" });

/** As an address says it, `-overdue`; anything else: those with most overdue first. */
export function sortingOf(text: string | undefined): Sorting {
  const isDescending = text?.startsWith("-") ?? false;
  const by = COLUMNS.find((column) => column === text?.slice(isDescending ? 1 : 0));
  return by === undefined ? usualSorting("overdue") : { by, isDescending };
}

export const textOf = ({ by, isDescending }: Sorting): string => `${isDescending ? "-" : ""}${by}`;

/** What a body has in a column; null: nothing is known. */
export function inColumn(body: InstitutionCounts, column: Column): string | number | null {
  switch (column) {
    case "name":
    case "lastReportedAt":
      return body[column];
    case "overdue":
      return body.counts.overdue;
    case "valid":
    case "suspended":
    case "withdrawn":
    case "cancelled":
    case "expired":
      return body.counts.statuses[column];
  }
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "zh");
}

/** What is not known comes last either way; among equals the order of approval numbers. */
export function sortedBodies(
  bodies: readonly InstitutionCounts[],
  { by, isDescending }: Sorting,
): InstitutionCounts[] {
  return bodies.toSorted((one, other) => {
    const [mine, theirs] = [inColumn(one, by), inColumn(other, by)];
    if (mine === null || theirs === null) return Number(mine === null) - Number(theirs === null);
    return (isDescending ? -1 : 1) * compare(mine, theirs);
  });
}
