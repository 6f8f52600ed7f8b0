import { readdirSync, readFileSync } from "node:fs";

const KB = 1024;
/** USER_HZ, the unit of times in /proc, is 100 on every Linux that Node runs on. */
const MICROSECONDS_PER_TICK = 10_000;

/** Peak resident memory of this process so far, bytes. */
export function peakMemory(): number {
  return numberIn("/proc/self/status", /^VmHWM:\s+(\d+) kB/m) * KB;
}

/**
 * Proportional memory of a PostgreSQL, shared pages once, bytes; `dataFolder` is the platform's.
 */
export function postgresMemory(dataFolder: string): number {
  const sizes = postgresProcesses(dataFolder).map((pid) =>
    numberIn(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+) kB/m),
  );
  return sizes.reduce((sum, size) => sum + size * KB, 0);
}

export type Use = { seconds: number; nodeUs: number; postgresUs: number };

/**
 * How long some work takes and what it uses of the processors; less noisy than time on a busy
 * machine.
 */
export async function useOf<T>(
  dataFolder: string,
  work: () => Promise<T>,
): Promise<{ result: T; use: Use }> {
  const postgresBefore = postgresCpu(dataFolder);
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const result = await work();
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(before);
  const postgresUs = cpuBetween(postgresBefore, postgresCpu(dataFolder));
  return { result, use: { seconds, nodeUs: user + system, postgresUs } };
}

/** Processor time of a PostgreSQL so far, by process, microseconds. */
function postgresCpu(dataFolder: string): Map<number, number> {
  return new Map(postgresProcesses(dataFolder).map((pid) => [pid, cpuOf(pid)]));
}

/**
 * What was used between two looks; processes that began in between are counted whole. What one that
 * ended had used before stands in both looks, the second time with the process that waited for it.
 */
function cpuBetween(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): number {
  const sum = (look: ReadonlyMap<number, number>) => [...look.values()].reduce((a, b) => a + b, 0);
  return sum(after) - sum(before);
}

function postgresProcesses(dataFolder: string): number[] {
  const pidFile = read(`${dataFolder}/postgres/postmaster.pid`);
  const postmaster = Number(pidFile.split("\n", 1)[0]);
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const children = all.map(Number).filter((pid) => parentOf(pid) === postmaster);
  return pidFile === "" ? [] : [postmaster, ...children];
}

function parentOf(pid: number): number {
  return numberIn(`/proc/${pid}/status`, /^PPid:\s+(\d+)/m);
}

/**
 * Of the process and of its children that ended: fields 14 to 17 of proc_pid_stat(5), counted after
 * the name, which may hold anything.
 */
function cpuOf(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks * MICROSECONDS_PER_TICK;
}

function numberIn(path: string, pattern: RegExp): number {
  const [, found = "0"] = pattern.exec(read(path)) ?? [];
  return Number(found);
}

/** Empty for a process that ended between the listing and the reading: it uses nothing. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
