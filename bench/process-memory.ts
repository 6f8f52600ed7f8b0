import { readdirSync, readFileSync } from "node:fs";

const KB = 1024;

/** Peak resident memory of this process so far, bytes. */
export function peakMemory(): number {
  const [, kilobytes = "0"] =
    /^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kilobytes) * KB;
}

/** Proportional memory of a PostgreSQL, shared pages once, bytes; `dataFolder` is the platform's. */
export function postgresMemory(dataFolder: string): number {
  try {
    const pidFile = readFileSync(`${dataFolder}/postgres/postmaster.pid`, "utf8");
    const postmaster = Number(pidFile.split("\n", 1)[0]);
    const all = [postmaster, ...childrenOf(postmaster)];
    return all.reduce((sum, pid) => sum + proportionalSize(pid), 0);
  } catch {
    // Starting, stopping, or a process that ended while it was read; the next sample counts.
    return 0;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  try {
    const [, parent = "0"] =
      /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(parent);
  } catch {
    // It ended between the listing and the reading.
    return 0;
  }
}

function proportionalSize(pid: number): number {
  const [, kilobytes = "0"] =
    /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
  return Number(kilobytes) * KB;
}
