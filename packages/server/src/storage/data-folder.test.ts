import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { promisify } from "node:util";
import { CodedError } from "../application/coded-error.ts";
import { lockDataFolder } from "./data-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "suzheng-lock-"));
const lockFile = join(folder, "lock");

beforeEach(() => rmSync(lockFile, { force: true }));
after(() => rmSync(folder, { recursive: true, force: true }));

const inUse = (error: unknown) =>
  error instanceof CodedError && error.code === "data-folder-in-use" && error.wayOut.zh !== "";

/** What another process is told: `locked` or the code of the refusal. */
async function lockElsewhere(): Promise<string> {
  const script = `
    import { lockDataFolder } from ${JSON.stringify(join(import.meta.dirname, "data-folder.ts"))};
    try { lockDataFolder(${JSON.stringify(folder)}); console.log("locked"); }
    catch (error) { console.log(error.code); }`;
  const flags = ["--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, flags);
  return stdout.trim();
}

test("a second process is refused the folder, and told by whom it is used", async () => {
  const lock = lockDataFolder(folder);
  assert.equal(await lockElsewhere(), "data-folder-in-use");
  assert.throws(() => lockDataFolder(folder), inUse);
  lock.release();
  assert.equal(await lockElsewhere(), "locked");
});

test("a lock left by a process that is gone is taken over", async () => {
  assert.equal(await lockElsewhere(), "locked");
  const [owner] = readFileSync(lockFile, "utf8").split(" ");
  assert.notEqual(Number(owner), process.pid);
  lockDataFolder(folder).release();
});

test("a lock is not mistaken for that of a process with a reused id", () => {
  writeFileSync(lockFile, `${process.pid} 1\n`);
  const lock = lockDataFolder(folder);
  assert.throws(() => lockDataFolder(folder), inUse);
  lock.release();
});

test("a lock that says nothing is taken over", () => {
  writeFileSync(lockFile, "");
  lockDataFolder(folder).release();
});
