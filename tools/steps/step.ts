import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { countTests, type TestCounts } from "./test-counts.ts";

export const ROOT = resolve(import.meta.dirname, "../..");

/** Kept with the program's own, as compiling is most of the time of a short test file. */
const COMPILED = `${ROOT}/node_modules/.cache/suzheng`;

export type Step = {
  name: string;
  command: readonly [program: string, ...rest: string[]];
  /** Added to the environment of this process. */
  environment?: Record<string, string>;
  timeoutMs: number;
};

export type StepResult = {
  name: string;
  isOk: boolean;
  seconds: number;
  output: string;
  counts: TestCounts;
};

/** Runs to the end or to its time limit, and takes every process it started with it. */
export async function runStep(step: Step): Promise<StepResult> {
  const startedAt = performance.now();
  const { exitCode, output } = await runProcess(step);
  const counts = countTests(output);
  const isOk = exitCode === 0 && counts.failed === 0;
  return {
    name: step.name,
    isOk,
    seconds: (performance.now() - startedAt) / 1000,
    output,
    // A step that failed without a failing test, or before it could count, is one failure.
    counts: isOk || counts.failed > 0 ? counts : { ...counts, failed: 1 },
  };
}

function runProcess(step: Step): Promise<{ exitCode: number | null; output: string }> {
  const [program, ...rest] = step.command;
  const child = spawn(program, rest, {
    cwd: ROOT,
    env: environmentOf(step),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));

  const killGroup = (): void => stopGroup(child.pid);
  const timer = setTimeout(() => {
    chunks.push(Buffer.from(`\nstopped after ${step.timeoutMs / 1000} s, its time limit\n`));
    killGroup();
  }, step.timeoutMs);
  process.once("exit", killGroup);

  return new Promise((resolve) => {
    const finish = (exitCode: number | null): void => {
      clearTimeout(timer);
      process.removeListener("exit", killGroup);
      resolve({ exitCode, output: Buffer.concat(chunks).toString("utf8") });
    };
    child.on("error", (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      finish(null);
    });
    child.on("close", finish);
  });
}

function stopGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group has ended by itself.
  }
}

function environmentOf(step: Step): NodeJS.ProcessEnv {
  // Set by node:test for its children; inherited, it would change what a test run prints.
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  const programs = `${ROOT}/node_modules/.bin:${inherited.PATH ?? ""}`;
  return { ...inherited, PATH: programs, NODE_COMPILE_CACHE: COMPILED, ...step.environment };
}
