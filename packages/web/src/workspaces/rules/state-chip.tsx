/** @jsxImportSource react */
import type { RuleState } from "@suzheng/api-contract";
import { useLanguage } from "../language/use-language.tsx";
import { stateNames } from "./words.ts";

/** A word with its sign; the colour only repeats them. */
export function StateChip({ state }: { state: RuleState }) {
  const { say } = useLanguage();
  return (
    <span className="state" data-state={state}>
      {say(stateNames[state])}
    </span>
  );
}
