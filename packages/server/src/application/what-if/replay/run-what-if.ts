import {
  entriesOf,
  type WhatIfCursor,
  type WhatIfLog,
  type WhatIfRun,
  type WhatIfState,
} from "../what-if-job.ts";
import type { WhatIfRunStore } from "../what-if-run-store.ts";
import type { StopReason, WhatIfProgress } from "../what-if-runner.ts";
import type { HistoryInstitution, HistoryReader } from "./history-reader.ts";
import { packsOf } from "./packs-of.ts";
import type { TotalsAt } from "./person-totals.ts";
import { tallying } from "./tally.ts";
import { totalsOfLog } from "./totals-of-log.ts";
import { tryAct } from "./try-act.ts";
import { tryOnLog } from "./try-on-log.ts";

export type WhatIfParts = {
  history: HistoryReader;
  runs: Pick<WhatIfRunStore, "save">;
  /** Milliseconds that only grow. */
  elapsedMs: () => number;
  /** Asked after every page; null: go on. */
  stopReason: () => StopReason | null;
  onProgress: (progress: WhatIfProgress) => void;
};

/** Between two savings: what a kill at any moment costs at most. */
const SAVE_EVERY_MS = 2000;
const CASES_HELD_MAX = 10_000;

/** Tries the job's pack on the past, from where the run stands, to the end or until stopped. */
export async function runWhatIf(parts: WhatIfParts, begun: WhatIfRun): Promise<WhatIfRun> {
  const { history } = parts;
  const { logs, since } = begun.job;
  const { before, after } = packsOf(begun.job);
  const tried = tryAct(before, after);
  const known = new Map((await history.institutions()).map((one) => [one.approvalNumber, one]));
  const going = goingOn(parts, begun);
  for (let place = begun.cursor.log; place < logs.length; place++) {
    const log = logs[place];
    const institution = institutionOf(known, log);
    if (log === undefined || institution === null) continue;
    const { stream, version } = going.cursor();
    const from = stream === null ? null : { stream, version };
    const totals = once(() => totalsOfLog(history, log, going.onCounted));
    const scope = { history, institution, since, tried, tallying: going.tallying, totals };
    const end = await tryOnLog(scope, from, (last) =>
      going.onPage({ log: place, stream: last.stream, version: last.version }),
    );
    if (end === "stopped") return going.save(parts.stopReason() ?? "cancelled");
    going.moveTo({ log: place + 1, stream: null, version: 0 });
  }
  return going.save("finished");
}

/** With the size that the log had when the run began. */
function institutionOf(
  known: ReadonlyMap<string, HistoryInstitution>,
  log: WhatIfLog | undefined,
): HistoryInstitution | null {
  const found = known.get(log?.institution ?? "");
  return found === undefined || log === undefined ? null : { ...found, entries: log.entries };
}

const once = (count: () => Promise<TotalsAt | "stopped">) => {
  let counted: Promise<TotalsAt | "stopped"> | null = null;
  return () => {
    counted ??= count();
    return counted;
  };
};

/** Where a run stands and what it has found; saved together, with the cases found since. */
function goingOn(parts: WhatIfParts, begun: WhatIfRun) {
  const found = tallying(begun.tally);
  const entriesTotal = entriesOf(begun.job);
  let cursor: WhatIfCursor = begun.cursor;
  let savedAt = parts.elapsedMs();
  const tell = (counted: number | null) =>
    parts.onProgress({ state: "running", ...found.numbers(), entriesTotal, counted });
  async function save(state: WhatIfState): Promise<WhatIfRun> {
    const run = { ...begun, state, cursor, tally: found.tally() };
    await parts.runs.save(run, found.takeCases());
    savedAt = parts.elapsedMs();
    return run;
  }
  return {
    tallying: found,
    cursor: () => cursor,
    moveTo(next: WhatIfCursor) {
      cursor = next;
    },
    save,
    onCounted(read: number): "go-on" | "stop" {
      tell(read);
      return parts.stopReason() === null ? "go-on" : "stop";
    },
    async onPage(at: WhatIfCursor): Promise<"go-on" | "stop"> {
      cursor = at;
      tell(null);
      if (parts.stopReason() !== null) return "stop";
      const isDue = parts.elapsedMs() - savedAt >= SAVE_EVERY_MS;
      if (isDue || found.casesHeld() > CASES_HELD_MAX) await save("running");
      return "go-on";
    },
  };
}
