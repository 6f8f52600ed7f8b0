import type { WhatIfRunStore } from "../application/what-if/what-if-run-store.ts";
import type {
  WhatIfProgress,
  WhatIfRunner,
  WhatIfRunning,
} from "../application/what-if/what-if-runner.ts";
import type { WhatIfRuns } from "../application/what-if/what-if-runs.ts";

/** Each takes a processor for itself. */
const RUNS_MAX = 1;

type Live = { running: WhatIfRunning; progress: WhatIfProgress; settled: Promise<void> };

/** Runs, one at a time, each on a thread of its own, so that requests are answered meanwhile. */
export function threadedWhatIfRuns(runner: WhatIfRunner, store: WhatIfRunStore): WhatIfRuns {
  const live = new Map<string, Live>();
  return {
    start(run) {
      if (live.size >= RUNS_MAX) return "busy";
      const { read, tried, flipped } = run.tally;
      const { entriesTotal } = run;
      const running = runner(run, (progress) => {
        const one = live.get(run.id);
        if (one !== undefined) one.progress = progress;
      });
      const settled = running.ended
        .catch(async (fault: unknown) => {
          console.error(`the what-if run ${run.id} has failed`, fault);
          const newest = (await store.find(run.institution, run.id)) ?? run;
          await store.save({ ...newest, state: "failed" });
        })
        .then(() => {})
        .catch((fault: unknown) => console.error(`run ${run.id} was not saved`, fault))
        .finally(() => live.delete(run.id));
      const progress = { state: "running", read, entriesTotal, tried, flipped } as const;
      live.set(run.id, { running, progress, settled });
      return "started";
    },
    progress: (id) => live.get(id)?.progress ?? null,
    cancel: (id) => live.get(id)?.running.cancel(),
    async close() {
      for (const { running } of live.values()) running.cancel();
      await Promise.all([...live.values()].map(({ settled }) => settled));
    },
  };
}
