/** @jsxImportSource react */
import type { WhatIfCaseFilter, WhatIfOutcome } from "@suzheng/api-contract";
import { useLanguage } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { runPath } from "../what-if-api.ts";
import { outcomeNames } from "../words.ts";

export type FlipOfCases = Pick<WhatIfCaseFilter, "institution" | "requirement"> &
  Record<"before" | "after", WhatIfOutcome>;

/** Both outcomes in words, with the way to the cases behind them. */
export function FlipLink({ run, flip }: { run: string; flip: FlipOfCases }) {
  const { say } = useLanguage();
  const { before, after } = flip;
  const search = Object.entries(flip).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return (
    <Go to={runPath(run)} search={Object.fromEntries(search)} className="number">
      {say(outcomeNames[before])} → {say(outcomeNames[after])}
    </Go>
  );
}
