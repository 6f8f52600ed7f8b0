import { collectDamages } from "../damages.ts";
import { shareOut, turnsFor } from "../each-of.ts";
import type { FsckRun } from "../fsck-run.ts";
import { joinPairs } from "../map/map-pairs.ts";
import {
  checkStreams,
  newerOf,
  type StreamsCheck,
  type StreamsJob,
  type StreamsVerdict,
} from "./check-streams.ts";
import type { StreamLeaves } from "./stream-leaves.ts";

/** A few hundredths of a second's work; their entries mostly come in one page. */
const STREAMS_AT_A_TIME = 800;

export type SharedVerdict = Omit<StreamsVerdict, "leaves"> & { leaves: StreamLeaves[] };

export type SharedStreams = {
  /** This thread joins those that have begun; answers when nothing is left. */
  finish(): Promise<SharedVerdict>;
};

/** Streams of one log, range by range, by whichever thread is free. */
export async function shareStreams(
  { parts, snapshot, damagesMax, streamsHelp, onTexts }: FsckRun,
  job: Pick<StreamsJob, "log" | "publishedSize">,
): Promise<SharedStreams> {
  const { moment } = snapshot;
  const ranges = await snapshot.streamRanges(job.log, STREAMS_AT_A_TIME);
  const jobs = ranges.map((range): StreamsJob => ({ ...job, moment, range, damagesMax }));
  const { help, results } = shareOut<StreamsJob, StreamsVerdict>(jobs);
  const noted =
    (check: StreamsCheck): StreamsCheck =>
    async (one) => {
      const verdict = await check(one);
      onTexts(job.log, verdict.texts);
      return verdict;
    };
  const helping = Promise.all(streamsHelp.map(({ check, turn }) => help(noted(check), turn)));
  // Met at the end; until then nobody waits for it.
  helping.catch(() => {});
  const here: StreamsCheck = (one) => parts.store.at((same) => checkStreams(same, one), one.moment);
  return {
    async finish() {
      await Promise.all([helping, help(noted(here), turnsFor(1))]);
      // Taken out, since parts that are joined would be kept as long as this is.
      return joinVerdicts(results.splice(0), damagesMax);
    },
  };
}

function joinVerdicts(verdicts: readonly StreamsVerdict[], damagesMax: number): SharedVerdict {
  const damages = collectDamages(damagesMax);
  for (const verdict of verdicts) damages.addAll(verdict.damages);
  const sum = (count: (verdict: StreamsVerdict) => number) =>
    verdicts.reduce((total, verdict) => total + count(verdict), 0);
  return {
    streams: sum(({ streams }) => streams),
    certificates: sum(({ certificates }) => certificates),
    lastReport: verdicts.map((one) => one.lastReport).reduce(newerOf, null),
    newest: verdicts.map((one) => one.newest).reduce(newerOf, null),
    pairs: joinPairs(verdicts.map(({ pairs }) => pairs)),
    attendances: verdicts.flatMap(({ attendances: lines }) => lines || []).join("\n"),
    told: {
      rules: verdicts.flatMap(({ told }) => told.rules),
      pauses: verdicts.flatMap(({ told }) => told.pauses),
    },
    compared: {
      states: sum(({ compared }) => compared.states),
      certificates: sum(({ compared }) => compared.certificates),
    },
    texts: {
      entries: sum(({ texts }) => texts.entries),
      bytes: sum(({ texts }) => texts.bytes),
      areAsHashed: verdicts.every(({ texts }) => texts.areAsHashed),
    },
    leaves: verdicts.map(({ leaves }) => leaves),
    damages: { list: damages.list, count: damages.count },
  };
}
