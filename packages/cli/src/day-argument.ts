import { InvalidArgumentError } from "commander";

/** A calendar day as it is typed; one that no calendar has ends the command. */
export function dayArgument(text: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError("应形如 2026-11-22 / expected a date like 2026-11-22");
  return text;
}
