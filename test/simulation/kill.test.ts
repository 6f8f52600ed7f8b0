import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fsckPlatform } from "../../packages/server/src/compose/fsck-platform.ts";
import { openPlatform } from "../../packages/server/src/compose/platform.ts";
import { seenCheckpoints } from "../../packages/server/src/testing/seen-checkpoints.ts";
import { BODY } from "../../packages/server/src/testing/test-platform.ts";

const ROUNDS = 20;
const LOAD_MS_MAX = 400;
const CHILD = join(import.meta.dirname, "platform-under-load.ts");

const folder = mkdtempSync(join(tmpdir(), "suzheng-kill-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const recorded = new Map<number, string>();
const seen = seenCheckpoints();

function take(line: string): void {
  const [what, one = "", other = ""] = line.split(" ");
  if (what === "recorded") {
    const index = Number(one);
    assert.ok(!recorded.has(index) || recorded.get(index) === other, `index ${index} twice`);
    recorded.set(index, other);
  }
  if (what === "signed") seen.add(one, Buffer.from(other, "base64").toString("utf8"));
}

/** Runs a platform until a random moment, then kills it without a word. */
async function liveAndDie(round: number): Promise<void> {
  const child = spawn(process.execPath, [CHILD, folder], { stdio: ["ignore", "pipe", "pipe"] });
  const complaints: string[] = [];
  child.stderr.on("data", (text) => complaints.push(String(text)));
  const lines = createInterface({ input: child.stdout });
  const closed = once(lines, "close");
  // In every other round not before something is published, whatever else the machine is at.
  const awaited = round % 2 === 0 ? "signed" : "ready";
  const ready = new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => {
      take(line);
      if (line.startsWith(awaited)) resolve();
    });
    child.once("exit", () => reject(new Error(`round ${round}: ${complaints.join("")}`)));
  });
  await ready;
  await wait(Math.random() * LOAD_MS_MAX);
  await kill(child, round);
  // What was said before the end is read to the end; a last half line is no promise.
  await closed;
}

async function kill(child: ChildProcess, round: number): Promise<void> {
  const ended = once(child, "exit");
  const withDatabase = round % 3 === 1;
  const postmaster = Number(
    readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0],
  );
  if (withDatabase && round % 2 === 0) process.kill(postmaster, "SIGKILL");
  child.kill("SIGKILL");
  if (withDatabase && round % 2 === 1) process.kill(postmaster, "SIGKILL");
  await ended;
}

test("whatever was promised survives being killed at any moment", async () => {
  const sizes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await liveAndDie(round);
    sizes.push(recorded.size);
  }
  const platform = await openPlatform({ dataFolder: folder });
  try {
    await platform.publisher.publish();
    const report = await fsckPlatform(platform);
    assert.deepEqual(report.damages, []);
    const stored = await platform.logs.entries(BODY, 0, Number.MAX_SAFE_INTEGER);
    const hashes = new Map(
      stored.map((one) => [one.index, Buffer.from(one.leafHash).toString("hex")]),
    );
    for (const [index, hash] of recorded) assert.equal(hashes.get(index), hash, `entry ${index}`);
    await seen.assertNoneContradicted(platform.tiles);
  } finally {
    await platform.close();
  }
  assert.ok(new Set(sizes).size > ROUNDS / 2, `rounds did work: ${sizes.join(" ")}`);
  assert.ok(seen.count() >= ROUNDS / 2, `${seen.count()} checkpoints`);
});
