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

export const isComplete = ({ requirements, from, until, reason }: TypedPause): boolean =>
  requirements?.length !== 0 && from !== "" && until !== "" && reason.trim() !== "";

const listOf = (text: string): string[] => {
  const parts = text.split(/[\s,，、]+/).filter((part) => part !== "");
  return parts.length === 0 ? ["all"] : parts;
};

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
