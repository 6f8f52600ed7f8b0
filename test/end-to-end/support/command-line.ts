import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Ended = { code: number | null; stdout: string; stderr: string };

export const PROGRAM = join(import.meta.dirname, "../../../packages/cli/src/main.ts");

/** A folder of this test file, gone with its process: the servers in it have ended by then. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "suzheng-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The environment of a fresh shell: nothing of this machine's own installation or test runner. */
export function cleanEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(SUZHENG_|DATABASE_URL$|PORT$|HOST$|NODE_TEST_CONTEXT$)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...settings };
}

export type Place = { cwd: string; env?: Record<string, string> };

/** Runs one command of the program in a process of its own. */
export function suzheng(words: readonly string[], { cwd, env = {} }: Place): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd,
    env: cleanEnvironment(env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString();
      resolve({ code, stdout: text(stdout), stderr: text(stderr) });
    });
  });
}

/** Refused with this code, saying what happened and what to do now, in both languages. */
export function assertRefused({ code, stderr }: Ended, refusal: string): void {
  assert.equal(code, 2, stderr);
  const [head, chinese = "", english = ""] = stderr.split("\n");
  assert.match(head ?? "", new RegExp(`\\[${refusal}\\]`));
  assert.match(chinese, /\p{Script=Han}{3}.*。/u, "what happened and what to do, in Chinese");
  assert.match(english, /[a-z]{3}.*\. [A-Z].*\.$/, "what happened. What to do now.");
}
