import type {
  WhatIfProgress as ShownProgress,
  WhatIfAsk,
  WhatIfBaseAsk,
  WhatIfList,
} from "@suzheng/api-contract";
import { done } from "../accounts/result.ts";
import { type Acting, guard } from "../policy/authorise.ts";
import { beginWhatIf } from "./begin-what-if.ts";
import { bodiesToTry } from "./bodies-to-try.ts";
import { textsToTry } from "./texts-to-try.ts";
import { progressOf, resultOf } from "./what-if-answers.ts";
import { casesPage } from "./what-if-cases.ts";
import { whatIfChoices } from "./what-if-choices.ts";
import type { WhatIfRun } from "./what-if-job.ts";
import type { WhatIfCommandParts } from "./what-if-parts.ts";
import { refused, type WhatIfResult } from "./what-if-result.ts";
import type { CaseFilter } from "./what-if-run-store.ts";
import type { LiveRuns } from "./what-if-runs.ts";

/** Older ones are removed when another begins. */
const RUNS_KEPT = 20;

/** With its defaults filled in. */
type Asked = WhatIfAsk & { base: WhatIfBaseAsk };
type CasesAsk = { id: string; filter: CaseFilter; cursor?: string | undefined };

export const whatIfCommands = (parts: WhatIfCommandParts) => ({
  choices: guard("whatif.run", (acting, _nothing: null) => whatIfChoices(parts, acting)),
  list: guard("whatif.run", async ({ institution }, _nothing: null) => {
    const live = parts.runs.progress();
    const runs = await parts.store.list(institution, RUNS_KEPT);
    return done<WhatIfList>({ items: runs.map((run) => progressOf(live, run)) });
  }),
  begin: guard("whatif.run", (acting, asked: Asked) => begin(parts, acting, asked)),
  /** As stored, for who writes about it elsewhere. */
  run: ofRun(parts, async (run) => done(run)),
  progress: ofRun(parts, async (run, live) => done(progressOf(live, run))),
  result: ofRun(parts, async (run, live) =>
    done(resultOf(live, run, await parts.history.institutions())),
  ),
  cancel: ofRun(parts, async ({ id }) => {
    await parts.runs.cancel(id);
    return done(null);
  }),
  resume: ofRun(parts, async (run) => resume(parts, run)),
  cases: guard("whatif.run", async ({ institution }, { id, filter, cursor }: CasesAsk) => {
    const run = await parts.store.find({ institution, id });
    if (run === null) return refused("what-if-unknown");
    return casesPage(parts, { institution, id, filter }, cursor);
  }),
});

/** A run is the institution's, and unknown to everybody else. */
const ofRun = <Value>(
  { store, runs }: WhatIfCommandParts,
  use: (run: WhatIfRun, live: LiveRuns) => Promise<WhatIfResult<Value>>,
) =>
  guard("whatif.run", async ({ institution }: Acting, id: string) => {
    const live = runs.progress();
    const run = await store.find({ institution, id });
    return run === null ? refused("what-if-unknown") : use(run, live);
  });

async function begin(
  parts: WhatIfCommandParts,
  acting: Acting,
  { since, institutions, subject, base }: Asked,
): Promise<WhatIfResult<ShownProgress>> {
  const chosen = await institutionsOf(parts, acting, institutions);
  if (chosen === "unfit") return refused("what-if-institutions-unfit");
  const texts = await textsToTry(parts, acting, { subject, base });
  if (texts.outcome === "refused") return texts;
  const { institution } = acting;
  const given = { ...texts.value, since, institution, institutions: chosen };
  const begun = await beginWhatIf(parts, given);
  if (begun.outcome === "changes-nothing") return refused("what-if-changes-nothing");
  if (begun.outcome === "pack-refused") {
    return { ...refused("what-if-pack-refused"), errors: begun.errors };
  }
  const { run } = begun;
  await parts.store.save(run, []);
  if (parts.runs.start(run) === "busy") {
    await parts.store.remove({ institution, id: run.id });
    return refused("what-if-running");
  }
  const shown = progressOf(parts.runs.progress(), run);
  await parts.store.keepNewest(institution, RUNS_KEPT);
  return done(shown);
}

function resume(parts: WhatIfCommandParts, run: WhatIfRun): WhatIfResult<ShownProgress> {
  if (run.state === "finished") return done(progressOf(parts.runs.progress(), run));
  if (parts.runs.start({ ...run, state: "waiting" }) === "busy") return refused("what-if-running");
  return done(progressOf(parts.runs.progress(), run));
}

async function institutionsOf(
  parts: WhatIfCommandParts,
  acting: Acting,
  asked: readonly string[] | undefined,
): Promise<readonly string[] | "unfit"> {
  const all = (await bodiesToTry(parts, acting)).map(({ approvalNumber }) => approvalNumber);
  return (asked ?? all).every((one) => all.includes(one)) ? (asked ?? all) : "unfit";
}
