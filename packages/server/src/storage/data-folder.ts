import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { CodedError } from "../application/coded-error.ts";

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

function writeLock(file: string): boolean {
  try {
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, `${process.pid} ${startTimeOf(process.pid)}\n`);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Takes the folder for this process. A lock left by a process that is gone is removed. */
export function lockDataFolder(path: string): DataFolder {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock");
  if (!writeLock(file)) {
    const [pid, started] = readFileSync(file, "utf8").trim().split(" ");
    const owner = Number(pid);
    if (Number.isInteger(owner) && isRunning(owner) && startTimeOf(owner) === (started ?? "")) {
      throw inUse(folder, owner);
    }
    rmSync(file, { force: true });
    if (!writeLock(file)) throw inUse(folder, owner);
  }
  return { path: folder, release: () => rmSync(file, { force: true }) };
}

function inUse(folder: string, owner: number): CodedError {
  return new CodedError("data-folder-in-use", {
    detail: {
      zh: `数据文件夹 \`${folder}\` 正由进程 ${owner} 使用。`,
      en: `the data folder \`${folder}\` is in use by process ${owner}`,
    },
    wayOut: {
      zh: "服务正在运行时请用 --server <地址> --token <令牌>，或先停止该进程。",
      en: "While a server runs use --server <url> --token <token>, or stop that process first.",
    },
  });
}
