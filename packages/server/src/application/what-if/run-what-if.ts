import { type LoadedPack, loadPack, type Pack, withParameters } from "@suzheng/rules";
import { CodedError } from "../coded-error.ts";
import type { HistoryReader } from "./history-reader.ts";
import { tallying } from "./tally.ts";
import { tryAct } from "./try-act.ts";
import { tryOnLog } from "./try-on-log.ts";
import type { WhatIfCursor, WhatIfJob, WhatIfRun } from "./what-if-job.ts";
import type { WhatIfRunStore } from "./what-if-run-store.ts";

export type WhatIfParts = {
  history: HistoryReader;
  runs: WhatIfRunStore;
  /** Milliseconds that only grow. */
  elapsedMs: () => number;
  /** Asked after every page. */
  isCancelled: () => boolean;
  onProgress: (run: WhatIfRun) => void;
};

/** Between two savings: what a kill at any moment costs at most. */
const SAVE_EVERY_MS = 2000;

/** Tries the job's pack on the past, from where the run stands, to the end or to a cancellation. */
export async function runWhatIf(parts: WhatIfParts, begun: WhatIfRun): Promise<WhatIfRun> {
  const { history, runs } = parts;
  const { job } = begun;
  const { before, after } = packsOf(job);
  const tried = tryAct(before, after);
  const known = new Map((await history.institutions()).map((one) => [one.approvalNumber, one]));
  const found = tallying(begun.tally);
  let savedAt = parts.elapsedMs();
  let cursor = begun.cursor;
  const runAt = (state: WhatIfRun["state"], tally = found.tally()) => ({
    ...begun,
    state,
    cursor,
    tally,
  });
  const onPage = async (at: WhatIfCursor): Promise<"go-on" | "stop"> => {
    cursor = at;
    const run = runAt("running");
    parts.onProgress(run);
    if (parts.isCancelled()) return "stop";
    if (parts.elapsedMs() - savedAt >= SAVE_EVERY_MS) {
      await runs.save(run);
      savedAt = parts.elapsedMs();
    }
    return "go-on";
  };
  for (let place = cursor.institution; place < job.institutions.length; place++) {
    const institution = known.get(job.institutions[place] ?? "");
    if (institution === undefined) continue;
    const { stream, version } = cursor;
    const from = stream === null ? null : { stream, version };
    const scope = { history, institution, since: job.since, tried, tallying: found };
    const end = await tryOnLog(scope, from, (last) =>
      onPage({ institution: place, stream: last.stream, version: last.version }),
    );
    if (end === "stopped") return saved(runs, runAt("cancelled"));
    cursor = { institution: place + 1, stream: null, version: 0 };
  }
  return saved(runs, runAt("finished"));
}

async function saved(runs: WhatIfRunStore, run: WhatIfRun): Promise<WhatIfRun> {
  await runs.save(run);
  return run;
}

/** Throws a CodedError for a draft that does not hold. */
export function packsOf(job: Pick<WhatIfJob, "before" | "after" | "parameters">): {
  before: Pack | null;
  after: Pack;
} {
  const { before, after, parameters } = job;
  const isChanged = Object.keys(parameters).length > 0;
  return {
    before: before && loadedOrRefused(loadPack(before)),
    after: loadedOrRefused(isChanged ? withParameters(after, parameters) : loadPack(after)),
  };
}

/** The first of the errors is named. */
function loadedOrRefused(loaded: LoadedPack): Pack {
  if (loaded.ok) return loaded.pack;
  const [first] = loaded.errors;
  const where = `${first?.file}:${first?.line}`;
  throw new CodedError(`rule-pack-${first?.code}`, {
    detail: {
      zh: `规则包不能载入：${where} ${first?.message.zh}`,
      en: `the rule pack cannot be loaded: ${where} ${first?.message.en}`,
    },
    wayOut: {
      zh: "按所指的文件与行修正后再试。",
      en: "Mend the named file and line, then try again.",
    },
  });
}
