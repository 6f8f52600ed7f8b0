import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { cleanEnvironment, PROGRAM } from "./command-line.ts";

export type Server = {
  url: string;
  pid: number;
  /** Everything it has printed so far. */
  output(): string;
  /** Sends the signal and waits for the end; gives the exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

export type ServerOptions = { data: string; cwd: string; demo?: boolean };

const READY_MS_MAX = 90_000;

/** `suzheng start` on a free port, until it says that it is ready. */
export async function startServer({ data, cwd, demo = false }: ServerOptions) {
  const settings = { SUZHENG_DATA: data, PORT: "0", SUZHENG_DEMO: demo ? "1" : "0" };
  const child = spawn(process.execPath, [PROGRAM, "start"], {
    cwd,
    env: cleanEnvironment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const output = () => Buffer.concat(chunks).toString();
  const url = await readyUrl(child, output);
  const server: Server = {
    url,
    pid: child.pid ?? 0,
    output,
    end: (signal) => end(child, signal),
  };
  return server;
}

async function readyUrl(child: ChildProcess, output: () => string): Promise<string> {
  const until = Date.now() + READY_MS_MAX;
  while (Date.now() < until) {
    const url = /^suzheng ready (\S+)$/m.exec(output())?.[1];
    if (url !== undefined) return url;
    if (child.exitCode !== null) throw new Error(`the server ended: ${output()}`);
    await wait(50);
  }
  child.kill("SIGKILL");
  throw new Error(`the server is not ready after ${READY_MS_MAX} ms: ${output()}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.on("close", (code) => resolve(code));
    child.kill(signal);
  });
}
