import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Platform } from "../compose/platform.ts";
import { planAct } from "../testing/sample-acts.ts";
import type { TestDatabase } from "../testing/test-database.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";

let newest: TestPlatform;
let backup: TestDatabase;
let acts = 0;
const opened: { platform: Platform; database: TestDatabase; alarms: string[] }[] = [];

async function record(platform: Platform, count: number, submitter = "test") {
  const some = Array.from({ length: count }, () => planAct(acts++));
  return platform.ledger.append({
    institution: BODY,
    submitter,
    requestId: `r${acts}`,
    acts: some,
  });
}

before(async () => {
  newest = await openTestPlatform();
  await connectBody(newest);
  assert.ok((await record(newest, 300)).ok);
  await newest.publisher.publish();
  await newest.close();
  backup = await newest.testDatabase.copy();
  const again = await newest.another();
  assert.ok((await record(again, 10)).ok);
  await again.publisher.publish();
  await again.close();
});
after(async () => {
  for (const { platform, database } of opened) {
    await platform.close();
    await database.drop();
  }
  await backup.drop();
  await newest.remove();
});

/** The old backup under the keys, tiles and memory of the newest state. */
async function restore() {
  const database = await backup.copy();
  const alarms: string[] = [];
  const platform = await newest.another({
    databaseUrl: database.url,
    alarm: (message) => alarms.push(message),
  });
  const restored = { platform, database, alarms };
  opened.push(restored);
  return restored;
}

async function checkpoints(platform: Platform): Promise<string[]> {
  const texts: string[] = [];
  for (const log of [BODY, "directory"]) {
    const bytes = await platform.tiles.read(`log/${log}/checkpoint`);
    texts.push(Buffer.from(bytes ?? []).toString("utf8"));
  }
  return texts;
}

test("a restored old backup takes no act and says why", async () => {
  const { platform, alarms } = await restore();
  const refused = await record(platform, 1);
  assert.ok(!refused.ok);
  assert.equal(refused.code, "log-frozen");
  assert.match(refused.detail, /signed at size 311, but the database holds 301 entries/);
  assert.match(alarms.join("\n"), /old backup was restored/);
});

test("a restored old backup signs nothing, however often it is asked", async () => {
  const { platform, alarms } = await restore();
  const before = await checkpoints(platform);
  for (let i = 0; i < 3; i++) await platform.publisher.publish();
  assert.deepEqual(await checkpoints(platform), before);
  assert.equal(alarms.length, 2, "each log's alarm is raised once");
});

test("a restored old backup still answers what is asked of it", async () => {
  const { platform } = await restore();
  assert.equal((await platform.store.institution(BODY))?.approvalNumber, BODY);
  assert.equal((await platform.logs.entries(BODY, 0, 1000)).length, 301);
  const bundle = await platform.prover.prove("90126Q10001R0S", BODY, [
    "certificate/90126Q10001R0S",
  ]);
  assert.equal(bundle?.logs[0]?.streams[0]?.events.length, 0);
});

test("fsck says that a restored backup contradicts what was signed", async () => {
  const { platform } = await restore();
  const damages = await damagesOf(platform);
  assert.ok(
    damages.some((damage) => damage.startsWith("last-signed:")),
    damages.join("\n"),
  );
  assert.ok(
    damages.some((damage) => damage.startsWith("checkpoint:")),
    damages.join("\n"),
  );
});

test("acts appended beyond the signed size do not hide that a backup was restored", async () => {
  const { platform, alarms } = await restore();
  await platform.database.query("update logs set frozen_because = null");
  assert.ok((await record(platform, 25)).ok, "as if appended before the memory was there");
  const before = await checkpoints(platform);
  await platform.publisher.publish();
  assert.deepEqual(await checkpoints(platform), before);
  const refused = await record(platform, 1);
  assert.deepEqual([refused.ok, !refused.ok && refused.code], [false, "log-frozen"]);
  assert.ok(!refused.ok);
  assert.match(refused.detail, /do not lead to the root signed at size 311/);
  assert.ok(alarms.length > 0);
});

test("a backup from before a body was connected does not let its log begin anew", async () => {
  const platform = await newest.another();
  const young = await connectBody(platform, "CNCA-R-2026-902");
  await platform.publisher.publish();
  await platform.close();
  const { platform: restored } = await restore();
  await assert.rejects(connectBody(restored, young), /log-frozen/);
});

test("a directory that leads to another root than was signed is signed no further", async () => {
  const file = join(newest.dataFolder, "last-signed.json");
  const kept = readFileSync(file, "utf8");
  const signed = JSON.parse(kept);
  signed.directory.root = "0".repeat(64);
  writeFileSync(file, JSON.stringify(signed));
  newest.alarms.length = 0;
  const platform = await newest.another();
  assert.ok((await record(platform, 1)).ok);
  const before = await checkpoints(platform);
  await platform.publisher.publish();
  assert.deepEqual(await checkpoints(platform), before);
  assert.match(newest.alarms.join("\n"), /log directory is frozen: its tiles do not lead to/);
  writeFileSync(file, kept);
});

test("the newest database under the same memory goes on", async () => {
  const platform = await newest.another();
  assert.ok((await record(platform, 1)).ok);
  await platform.publisher.publish();
  assert.deepEqual(await damagesOf(platform), []);
});
