import type { FieldChange } from "@suzheng/api-contract";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === "";

/**
 * A change as lines to show: of what was added or removed as a whole, one for each of its parts;
 * what is empty on both sides says nothing.
 */
export function expandChange({ field, before, after }: FieldChange): FieldChange[] {
  if (isNothing(before) && isNothing(after)) return [];
  const whole = isRecord(before) ? before : after;
  const isWhole = isRecord(whole) && (isNothing(before) || isNothing(after));
  if (!isWhole) return [{ field, before, after }];
  return Object.entries(whole).flatMap(([name, value]) =>
    expandChange({
      field: `${field}.${name}`,
      before: isNothing(before) ? null : value,
      after: isNothing(after) ? null : value,
    }),
  );
}
