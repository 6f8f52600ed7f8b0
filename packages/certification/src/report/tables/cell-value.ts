/** One person as written in a cell: number，name，role，phone. */
export type PersonCell = {
  readonly number: string | null;
  readonly name: string;
  readonly role: string | null;
  readonly phone: string | null;
};

/** A cell after reading; null when empty. */
export type CellValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly PersonCell[]
  | null;

type Values = Readonly<Record<string, CellValue>>;

export function textOf(values: Values, field: string): string | null {
  const value = values[field];
  return typeof value === "string" ? value : null;
}

export function numberOf(values: Values, field: string): number | null {
  const value = values[field];
  return typeof value === "number" ? value : null;
}

export function flagOf(values: Values, field: string): boolean | null {
  const value = values[field];
  return typeof value === "boolean" ? value : null;
}

const NONE: readonly string[] = [];
const NOBODY: readonly PersonCell[] = [];

export function listOf(values: Values, field: string): readonly string[] {
  const value = values[field];
  if (!Array.isArray(value)) return NONE;
  return value.filter((item): item is string => typeof item === "string");
}

export function peopleOf(values: Values, field: string): readonly PersonCell[] {
  const value = values[field];
  if (!Array.isArray(value)) return NOBODY;
  return value.filter((item): item is PersonCell => typeof item === "object");
}

/** A field that the required-check has already demanded. */
export function mustTextOf(values: Values, field: string): string {
  const value = values[field];
  if (typeof value !== "string") throw new Error(`${field} was checked to be present`);
  return value;
}
