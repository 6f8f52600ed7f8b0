import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CodedError } from "../application/coded-error.ts";
import { notWritable } from "../not-writable.ts";

export type DataFolder = { path: string; release(): void };

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The start time of a process in clock ticks: a reused pid is not mistaken for the old owner. */
function startTimeOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** Whole from the first moment, by a link: a lock without text is what a power cut left. */
function writeLock(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${process.pid} ${startTimeOf(process.pid)}\n`, { mode: 0o600 });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** The process that holds the lock; null when it is gone. */
function ownerOf(lock: string): number | null {
  const [pid, started = ""] = lock.trim().split(" ");
  const owner = Number(pid);
  const isAlive = Number.isInteger(owner) && owner > 0 && isRunning(owner);
  return isAlive && startTimeOf(owner) === started ? owner : null;
}

function readLock(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * Moves a stale lock away. Should another process have taken the folder between looking and moving,
 * its lock is put back.
 */
function removeStale(file: string, stale: string): void {
  const moved = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, moved);
  } catch {
    return;
  }
  if (readLock(moved) !== stale) linkSync(moved, file);
  rmSync(moved, { force: true });
}

/** Takes the folder for this process. A lock left by a process that is gone is removed. */
export function lockDataFolder(path: string): DataFolder {
  const folder = resolve(path);
  const file = join(folder, "lock");
  if (!takeFolder(folder, file)) {
    const found = readLock(file);
    const owner = ownerOf(found);
    if (owner !== null) throw inUse(folder, owner);
    removeStale(file, found);
    if (!writeLock(file)) throw inUse(folder, ownerOf(readLock(file)) ?? 0);
  }
  return { path: folder, release: () => rmSync(file, { force: true }) };
}

/** Makes the folder when it is missing; false when it has a lock. */
function takeFolder(folder: string, lock: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return writeLock(lock);
  } catch (error) {
    const wayOut = {
      zh: "核对权限，或用 SUZHENG_DATA 换一个数据文件夹。",
      en: "Check the permissions or choose another data folder with SUZHENG_DATA.",
    };
    throw notWritable(error, { code: "data-folder-not-writable", path: folder, wayOut });
  }
}

function inUse(folder: string, owner: number): CodedError {
  return new CodedError("data-folder-in-use", {
    detail: {
      zh: `数据文件夹 \`${folder}\` 正由进程 ${owner} 使用。`,
      en: `the data folder \`${folder}\` is in use by process ${owner}`,
    },
    wayOut: {
      zh: "先停止该进程，或用 SUZHENG_DATA 换一个数据文件夹；import 与 proof 也可用 --server <地址> 交给运行中的服务。",
      en: "Stop that process first, or choose another data folder with SUZHENG_DATA; import and proof can also go through the running server with --server <url>.",
    },
  });
}
