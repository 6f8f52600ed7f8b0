import type { HistoryReader } from "./history-reader.ts";
import { packsOf } from "./run-what-if.ts";
import { EMPTY_TALLY } from "./tally.ts";
import type { WhatIfJob, WhatIfRun } from "./what-if-job.ts";

/**
 * A run at its beginning; institutions not named are all of them. Throws a CodedError when a pack
 * does not hold.
 */
export async function beginWhatIf(
  parts: { history: HistoryReader; now: () => string; newId: () => string },
  given: Omit<WhatIfJob, "institutions"> & {
    institution: string;
    institutions: readonly string[] | null;
  },
): Promise<WhatIfRun> {
  const { institution, institutions, ...job } = given;
  packsOf(job);
  const all = await parts.history.institutions();
  const chosen = all.filter(
    ({ approvalNumber }) => institutions === null || institutions.includes(approvalNumber),
  );
  return {
    id: parts.newId(),
    institution,
    job: { ...job, institutions: chosen.map(({ approvalNumber }) => approvalNumber) },
    state: "running",
    cursor: { institution: 0, stream: null, version: 0 },
    tally: EMPTY_TALLY,
    entriesTotal: chosen.reduce((sum, { entries }) => sum + entries, 0),
    startedAt: parts.now(),
  };
}
