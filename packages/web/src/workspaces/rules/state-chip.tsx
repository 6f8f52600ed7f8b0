/** @jsxImportSource react */
import type { RuleState } from "@suzheng/api-contract";
import { beijingDate } from "../../portal/dates/dates.ts";
import { useLanguage } from "../language/use-language.tsx";
import { stateNames } from "./words.ts";

type Version = { state: RuleState; inForceUntil?: string | null };

/** The version after it is published, but does not stand in its place yet. */
const shownState = ({ state, inForceUntil = null }: Version) =>
  state === "superseded" && inForceUntil !== null && inForceUntil > beijingDate(new Date())
    ? "to-be-superseded"
    : state;

/** A word with its sign; the colour only repeats them. */
export function StateChip(version: Version) {
  const { say } = useLanguage();
  const state = shownState(version);
  return (
    <span className="state" data-state={state}>
      {say(stateNames[state])}
    </span>
  );
}
