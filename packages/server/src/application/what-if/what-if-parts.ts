import type { Pack } from "@suzheng/rules";
import type { RegistryParts } from "../registry/registry-parts.ts";
import type { HistoryReader } from "./replay/history-reader.ts";
import type { RulePackTexts } from "./what-if-job.ts";
import type { WhatIfRunStore } from "./what-if-run-store.ts";
import type { WhatIfRuns } from "./what-if-runs.ts";

/** What the use cases of trying rules on the past stand on. */
export type WhatIfCommandParts = {
  history: HistoryReader;
  store: WhatIfRunStore;
  runs: WhatIfRuns;
  registry: Pick<RegistryParts, "drafts" | "rules" | "evidence" | "organisations" | "now">;
  /** All versions loaded here. */
  packs: readonly Pack[];
  /** Texts of a loaded version; null when there is none. */
  textsOf: (rule: string, version: string) => RulePackTexts | null;
  now: () => string;
  newId: () => string;
  /** One record of a CSV file with its line end. */
  csvLine: (cells: readonly string[]) => string;
};
