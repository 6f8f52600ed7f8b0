import { type Turn, turnsFor } from "../each-of.ts";
import type { FsckParts } from "../fsck-parts.ts";
import type { StreamsCheck } from "./check-streams.ts";

/** Those who help with the streams of every log, each when it is free. */
export type StreamsHelp = readonly { check: StreamsCheck; turn: Turn }[];

export function streamsHelpOf({ streamsThread }: FsckParts): StreamsHelp {
  if (streamsThread === undefined) return [];
  const { check, jobsMax } = streamsThread;
  const turn = turnsFor(jobsMax);
  return Array.from({ length: jobsMax }, () => ({ check, turn }));
}
