import type { TollingAsk } from "@suzheng/api-contract";

/** What stands in the form; null: every deadline. */
export type TypedPause = {
  requirements: readonly string[] | null;
  regions: string;
  institutions: string;
  from: string;
  until: string;
  reason: string;
};

export const NOTHING_TYPED: TypedPause = {
  requirements: null,
  regions: "",
  institutions: "",
  from: "",
  until: "",
  reason: "",
};

const listOf = (text: string): string[] => {
  const parts = text.split(/[\s,，、]+/).filter((part) => part !== "");
  return parts.length === 0 ? ["all"] : parts;
};

export type Lack = "deadlines" | "regions" | "days" | "order" | "reason";

const REGION = /^(?:\d{6}|all)$/;

/** What is to be mended first before it can be asked for, from the top of the form. */
export function lackOf({ requirements, regions, from, until, reason }: TypedPause): Lack | null {
  if (requirements?.length === 0) return "deadlines";
  if (!listOf(regions).every((region) => REGION.test(region))) return "regions";
  if (from === "" || until === "") return "days";
  if (until <= from) return "order";
  return reason.trim() === "" ? "reason" : null;
}

/** A body leaves out whom it asks for: itself. */
export function askOf(typed: TypedPause, isBody: boolean): TollingAsk {
  const { from, until, reason, regions, institutions, requirements } = typed;
  const asked = {
    from,
    until,
    reason,
    requirements: requirements === null ? ["all"] : [...requirements],
    regions: listOf(regions),
  };
  return isBody ? asked : { ...asked, institutions: listOf(institutions) };
}
