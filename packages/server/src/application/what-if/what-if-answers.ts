import type {
  WhatIfProgress as ShownProgress,
  WhatIfRequirement,
  WhatIfResult,
} from "@suzheng/api-contract";
import { type ActType, factLabel } from "@suzheng/rules";
import type { HistoryInstitution } from "./replay/history-reader.ts";
import { entriesOf, type TriedRequirement, type WhatIfRun } from "./what-if-job.ts";
import type { WhatIfRunHead } from "./what-if-run-store.ts";
import type { LiveRuns } from "./what-if-runs.ts";

/** Acts that the server records; what is asked of others cannot be tried. */
const RECORDED: ReadonlySet<string> = new Set<ActType>([
  "CertificateReported",
  "AuditParticipationReported",
  "AuditPlanReported",
]);

export function progressOf(liveRuns: LiveRuns, run: WhatIfRunHead): ShownProgress {
  const { id, job, startedAt } = run;
  const live = liveRuns.get(id);
  // One that says it goes on but is not under way was broken off by the end of its server.
  const isBroken = run.state === "running" || run.state === "waiting";
  const { read, tried, flipped } = live ?? run.tally;
  const { subject, base, since, logs } = job;
  return {
    id,
    state: live?.state ?? (isBroken ? "interrupted" : run.state),
    since,
    startedAt,
    subject: { ...subject, parameters: [...subject.parameters] },
    base,
    institutions: logs.map(({ institution }) => institution),
    ...{ read, tried, flipped },
    entriesTotal: entriesOf(job),
    counted: live?.counted ?? null,
  };
}

export function resultOf(
  live: LiveRuns,
  run: WhatIfRun,
  institutions: readonly HistoryInstitution[],
): WhatIfResult {
  const { contradicted, counts, read, tried, flipped } = run.tally;
  const asked = new Set(run.job.logs.map(({ institution }) => institution));
  return {
    ...progressOf(live, run),
    // Of what is stored, like the counts beside them.
    ...{ read, tried, flipped, contradicted },
    requirements: run.job.requirements.map((one) => requirementOf(run, one)),
    counts: [...counts],
    names: Object.fromEntries(
      institutions
        .filter(({ approvalNumber }) => asked.has(approvalNumber))
        .map(({ approvalNumber, name }) => [approvalNumber, name]),
    ),
  };
}

function requirementOf({ tally }: WhatIfRun, one: TriedRequirement): WhatIfRequirement {
  const { on, ...words } = one;
  const found = tally.requirements.find(({ requirement }) => requirement === one.requirement);
  return {
    ...words,
    isRecorded: RECORDED.has(on),
    outcomes: [...(found?.outcomes ?? [])],
    missing: (found?.missing ?? []).map(({ fact, acts }) => ({
      ...{ fact, acts },
      label: factLabel(on, fact),
    })),
  };
}
