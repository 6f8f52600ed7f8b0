import type {
  WhatIfProgress as ShownProgress,
  WhatIfAsk,
  WhatIfList,
  WhatIfResult,
} from "@suzheng/api-contract";
import { type DutyResult, done, refused } from "../obligations/duty-result.ts";
import { type Acting, guard } from "../policy/authorise.ts";
import { beginWhatIf } from "./begin-what-if.ts";
import type { HistoryReader } from "./history-reader.ts";
import type { RulePackTexts, WhatIfRun } from "./what-if-job.ts";
import type { WhatIfRunStore } from "./what-if-run-store.ts";
import type { WhatIfRuns } from "./what-if-runs.ts";

export type WhatIfCommandParts = {
  history: HistoryReader;
  store: WhatIfRunStore;
  runs: WhatIfRuns;
  now: () => string;
  newId: () => string;
  /** Texts of a published version; null when there is none. */
  textsOf: (rule: string, version: string) => RulePackTexts | null;
};

const RUNS_LISTED = 20;

export const whatIfCommands = (parts: WhatIfCommandParts) => ({
  list: guard("whatif.run", async ({ institution }, _nothing: null) => {
    const runs = await parts.store.list(institution, RUNS_LISTED);
    return done<WhatIfList>({ items: runs.map((run) => progressOf(parts, run)) });
  }),
  begin: guard("whatif.run", (acting, asked: WhatIfAsk) => begin(parts, acting, asked)),
  progress: guard("whatif.run", async (acting, id: string) => {
    const run = await parts.store.find(acting.institution, id);
    return run === null ? refused("what-if-unknown") : done(progressOf(parts, run));
  }),
  result: guard("whatif.run", async (acting, id: string) => {
    const run = await parts.store.find(acting.institution, id);
    return run === null ? refused("what-if-unknown") : done(resultOf(parts, run));
  }),
  cancel: guard("whatif.run", async (acting, id: string) => {
    const run = await parts.store.find(acting.institution, id);
    if (run === null) return refused("what-if-unknown");
    parts.runs.cancel(id);
    return done(null);
  }),
  resume: guard("whatif.run", async (acting, id: string) => {
    const run = await parts.store.find(acting.institution, id);
    if (run === null) return refused("what-if-unknown");
    if (run.state === "finished") return done(progressOf(parts, run));
    if (parts.runs.start({ ...run, state: "running" }) === "busy")
      return refused("what-if-running");
    return done(progressOf(parts, run));
  }),
});

async function begin(
  parts: WhatIfCommandParts,
  acting: Acting,
  asked: WhatIfAsk,
): Promise<DutyResult<ShownProgress>> {
  const published = parts.textsOf(asked.rule, asked.version);
  if (published === null && asked.draft === undefined) return refused("requirement-unknown");
  const institutions = await institutionsFor(parts.history, acting, asked);
  if (institutions === "unfit") return refused("what-if-institutions-unfit");
  const after = asked.draft ?? published;
  if (after === null) return refused("requirement-unknown");
  const { since, parameters } = asked;
  const { institution } = acting;
  const job = { since, parameters, institution, institutions, before: published, after };
  const run = await beginWhatIf(parts, job);
  await parts.store.save(run);
  if (parts.runs.start(run) === "busy") {
    await parts.store.save({ ...run, state: "cancelled" });
    return refused("what-if-running");
  }
  return done(progressOf(parts, run));
}

/** A body tries its own acts and nobody else's; null: all there are. */
async function institutionsFor(
  history: HistoryReader,
  { institution }: Acting,
  { institutions }: WhatIfAsk,
): Promise<readonly string[] | null | "unfit"> {
  const bodies = (await history.institutions()).map(({ approvalNumber }) => approvalNumber);
  if (bodies.includes(institution)) {
    const isOwn = institutions?.every((one) => one === institution) ?? true;
    return isOwn ? [institution] : "unfit";
  }
  if (institutions === undefined) return null;
  return institutions.every((one) => bodies.includes(one)) ? institutions : "unfit";
}

function progressOf({ runs }: WhatIfCommandParts, run: WhatIfRun): ShownProgress {
  const { id, job, startedAt, entriesTotal, tally } = run;
  const live = runs.progress(id);
  // One that says it runs but is not under way was broken off by a restart.
  const state = live?.state ?? (run.state === "running" ? "cancelled" : run.state);
  const { read, tried, flipped } = live ?? tally;
  return { id, state, since: job.since, startedAt, entriesTotal, read, tried, flipped };
}

function resultOf(parts: WhatIfCommandParts, run: WhatIfRun): WhatIfResult {
  const { contradicted, counts, cases } = run.tally;
  return {
    ...progressOf(parts, run),
    contradicted,
    // Lists are only read here.
    counts: [...counts],
    cases: [...cases],
  };
}
