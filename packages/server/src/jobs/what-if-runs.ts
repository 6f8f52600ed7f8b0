import { CodedError } from "../application/coded-error.ts";
import type { WhatIfRun } from "../application/what-if/what-if-job.ts";
import { entriesOf } from "../application/what-if/what-if-job.ts";
import type { WhatIfRunStore } from "../application/what-if/what-if-run-store.ts";
import type {
  StopReason,
  WhatIfProgress,
  WhatIfRunner,
  WhatIfRunning,
} from "../application/what-if/what-if-runner.ts";
import type { WhatIfRuns } from "../application/what-if/what-if-runs.ts";

type Live = {
  run: WhatIfRun;
  running: WhatIfRunning;
  settled: Promise<void>;
  isStopping: boolean;
};
type Store = Pick<WhatIfRunStore, "save" | "find">;

/**
 * One run at a time, each on a thread of its own, so that requests are answered meanwhile: it takes
 * a processor for itself. Others wait in the order of their beginning, one for each institution.
 */
export function threadedWhatIfRuns(runner: WhatIfRunner, store: Store): WhatIfRuns {
  const progress = new Map<string, WhatIfProgress>();
  let waiting: WhatIfRun[] = [];
  let live: Live | null = null;
  let isClosing = false;

  function startNext(): void {
    const run = live === null && !isClosing ? waiting.shift() : undefined;
    if (run === undefined) return;
    progress.set(run.id, progressAt(run, "running"));
    const running = runner(run, (told) => progress.set(run.id, told));
    const settled = settle(store, run, running).finally(() => {
      progress.delete(run.id);
      live = null;
      startNext();
    });
    live = { run, running, settled, isStopping: false };
  }

  function stop(asked: Live, reason: StopReason): Promise<void> {
    asked.isStopping = true;
    asked.running.stop(reason);
    return asked.settled;
  }

  return {
    start(run) {
      const others = live === null ? waiting : [live.run, ...waiting];
      if (others.some(({ institution }) => institution === run.institution)) return "busy";
      waiting.push(run);
      progress.set(run.id, progressAt(run, "waiting"));
      startNext();
      return "started";
    },
    progress() {
      const told = new Map(progress);
      const ending = live?.isStopping ? live.run.id : "";
      const last = told.get(ending);
      if (last) told.set(ending, { ...last, state: "stopping" });
      return told;
    },
    async cancel(id) {
      const queued = waiting.find((run) => run.id === id);
      if (queued !== undefined) {
        waiting = waiting.filter((run) => run !== queued);
        progress.delete(id);
        await store.save({ ...queued, state: "cancelled" }, []);
      } else if (live?.run.id === id) {
        await stop(live, "cancelled");
      }
    },
    async close() {
      isClosing = true;
      waiting = [];
      if (live !== null) await stop(live, "interrupted");
    },
  };
}

function progressAt(run: WhatIfRun, state: "waiting" | "running"): WhatIfProgress {
  const { read, tried, flipped } = run.tally;
  return { state, read, tried, flipped, entriesTotal: entriesOf(run.job), counted: null };
}

/** Waits for the end; a run that fails keeps what it saved last. Never rejects. */
async function settle(store: Store, run: WhatIfRun, { ended }: WhatIfRunning): Promise<void> {
  try {
    await ended;
  } catch (fault) {
    // Another process is at it, and stores what it finds.
    if (fault instanceof CodedError && fault.code === "what-if-running") return;
    console.error(`the what-if run ${run.id} has failed`, fault);
    try {
      const newest = (await store.find(run)) ?? run;
      await store.save({ ...newest, state: "failed" }, []);
    } catch (unsaved) {
      console.error(`run ${run.id} was not saved`, unsaved);
    }
  }
}
