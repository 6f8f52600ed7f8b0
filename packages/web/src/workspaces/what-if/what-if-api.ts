import type { WhatIfAsk, WhatIfList, WhatIfProgress, WhatIfResult } from "@suzheng/api-contract";
import { ask, post } from "../api/ask.ts";

const runOf = (id: string) => `/what-if/${encodeURIComponent(id)}`;

/** Every address of packages/api-contract/src/what-if.ts. */
export const whatIf = {
  runs: () => ask<WhatIfList>("/what-if"),
  begin: (body: Omit<WhatIfAsk, "parameters"> & Partial<Pick<WhatIfAsk, "parameters">>) =>
    post<WhatIfProgress>("/what-if", body),
  result: (id: string) => ask<WhatIfResult>(`${runOf(id)}/result`),
  cancel: (id: string) => post<void>(`${runOf(id)}/cancel`),
  resume: (id: string) => post<WhatIfProgress>(`${runOf(id)}/resume`),
};

export const WHAT_IF_KEY = ["what-if"];
