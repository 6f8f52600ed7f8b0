import type {
  WhatIfAsk,
  WhatIfCaseFilter,
  WhatIfCases,
  WhatIfChoices,
  WhatIfList,
  WhatIfProgress,
  WhatIfResult,
} from "@suzheng/api-contract";
import { ask, post } from "../api/ask.ts";

const id = encodeURIComponent;
const runOf = (run: string) => `/what-if/${id(run)}`;

const queryOf = (values: Record<string, string | undefined>) => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
};

type CasesAsk = { run: string; filter: WhatIfCaseFilter; cursor: string | null };

/** Every address of packages/api-contract/src/what-if.ts. */
export const whatIf = {
  choices: () => ask<WhatIfChoices>("/what-if/choices"),
  runs: () => ask<WhatIfList>("/what-if"),
  begin: (body: WhatIfAsk) => post<WhatIfProgress>("/what-if", body),
  run: (run: string) => ask<WhatIfProgress>(runOf(run)),
  result: (run: string) => ask<WhatIfResult>(`${runOf(run)}/result`),
  cases: ({ run, filter, cursor }: CasesAsk) =>
    ask<WhatIfCases>(`${runOf(run)}/cases?${queryOf({ ...filter, cursor: cursor ?? undefined })}`),
  cancel: (run: string) => post<void>(`${runOf(run)}/cancel`),
  resume: (run: string) => post<WhatIfProgress>(`${runOf(run)}/resume`),
};

/** Where the browser fetches the file of cases itself. */
export const casesFile = (run: string, filter: WhatIfCaseFilter, lang: string): string =>
  `/api/v1${runOf(run)}/cases.csv?${queryOf({ ...filter, lang })}`;

export const WHAT_IF_KEY = ["what-if"];
/** The list alone: what may be tried does not change with a run. */
export const RUNS_KEY = ["what-if", "runs"];
export const runKey = (run: string) => ["what-if", "run", run];
export const runPath = (run: string): string => `/what-if/${id(run)}`;
