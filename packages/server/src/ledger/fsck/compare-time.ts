import type { FsckLog } from "../../application/fsck.ts";
import type { FsckRun } from "./fsck-run.ts";

/** The next entry says no time before it. */
export function compareTime({ damages }: FsckRun, log: FsckLog, newest: string | null): void {
  if (log.recordedAt === newest) return;
  const where = "logs.recorded_at";
  const expected = newest ?? "null";
  damages.add("log-head", { log: log.log, where, expected, found: log.recordedAt ?? "null" });
}
