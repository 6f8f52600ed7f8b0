import assert from "node:assert/strict";
import { copyFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { fsckPlatform } from "../compose/fsck-platform.ts";
import type { Platform } from "../compose/platform.ts";
import { planAct } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";

const OTHER = "CNCA-R-2026-902";

let opened: TestPlatform[] = [];
let platform: TestPlatform;
let acts = 0;

/** Two bodies' logs, signed; then the server stops. */
beforeEach(async () => {
  await removeAll();
  platform = await openTestPlatform();
  opened.push(platform);
  for (const body of [BODY, OTHER]) await connectBody(platform, body);
  await platform.publisher.publish();
  await platform.close();
});
after(removeAll);

async function removeAll() {
  for (const one of opened) await one.remove();
  opened = [];
}

const keysFolder = () => join(platform.dataFolder, "keys");
const keyFile = (log: string) => join(keysFolder(), `${log}.pem`);
const keyFiles = () => readdirSync(keysFolder()).sort();

/** What the operator finds again later. */
const lose = (log: string) => renameSync(keyFile(log), join(platform.dataFolder, "found.pem"));
const putBack = (log: string) => renameSync(join(platform.dataFolder, "found.pem"), keyFile(log));

async function restarted(): Promise<Platform> {
  platform.alarms.length = 0;
  return await platform.another();
}

const record = (to: Platform, institution = BODY) =>
  to.ledger.append({
    institution,
    submitter: "test",
    requestId: `request ${acts}`,
    acts: [planAct(acts++, { institution })],
  });

const checkpointOf = async (of: Platform, log: string) =>
  Buffer.from((await of.tiles.read(`log/${log}/checkpoint`)) ?? []).toString("utf8");

test("a log whose key is lost takes no act and says what to do; the others go on", async () => {
  lose(BODY);
  const before = keyFiles();
  const again = await restarted();
  const refused = await record(again);
  assert.deepEqual([refused.ok, !refused.ok && refused.code], [false, "log-frozen"]);
  assert.ok(!refused.ok);
  assert.match(refused.detail, /^log-key-lost: .*keys\/CNCA-R-2026-901\.pem.*put it back/);
  assert.match(platform.alarms.join("\n"), /CNCA-R-2026-901 is frozen: log-key-lost/);
  const [old, oldOther] = [await checkpointOf(again, BODY), await checkpointOf(again, OTHER)];
  assert.ok((await record(again, OTHER)).ok);
  await again.publisher.publish();
  assert.equal(await checkpointOf(again, BODY), old);
  assert.notEqual(await checkpointOf(again, OTHER), oldOther);
  assert.deepEqual(keyFiles(), before, "no key is made");
});

test("the log goes on when its key was put back", async () => {
  lose(BODY);
  await (await restarted()).close();
  putBack(BODY);
  const again = await restarted();
  assert.ok((await record(again)).ok);
  await again.publisher.publish();
  assert.deepEqual(platform.alarms, []);
  assert.deepEqual(await damagesOf(again), []);
});

test("another key in the place of the lost one signs nothing", async () => {
  lose(BODY);
  copyFileSync(keyFile(OTHER), keyFile(BODY));
  const again = await restarted();
  const refused = await record(again);
  assert.ok(!refused.ok);
  assert.match(refused.detail, /^log-key-lost: .*is not the key that signed the log/);
  const [first] = (await fsckPlatform(again)).damages;
  assert.deepEqual([first?.kind, first?.log], ["log-key", BODY]);
});

test("without the memory of what was signed, the published tree tells that a log had a key", async () => {
  lose(BODY);
  rmSync(join(platform.dataFolder, "last-signed.json"));
  const again = await restarted();
  assert.ok((await record(again)).ok, "nothing tells yet that it was signed");
  const old = await checkpointOf(again, BODY);
  await again.publisher.publish();
  assert.equal(await checkpointOf(again, BODY), old);
  assert.ok(!keyFiles().includes(`${BODY}.pem`));
  const refused = await record(again);
  assert.deepEqual([refused.ok, !refused.ok && refused.code], [false, "log-frozen"]);
});

test("without the directory's key nothing is signed, and what was signed is checked as before", async () => {
  lose("directory");
  const before = keyFiles();
  const again = await restarted();
  assert.equal(again.trustText, platform.trustText);
  assert.ok((await record(again)).ok, "the acts wait");
  const old = await checkpointOf(again, "directory");
  await again.publisher.publish();
  assert.equal(await checkpointOf(again, "directory"), old);
  assert.match(platform.alarms.join("\n"), /log directory is frozen: log-key-lost/);
  assert.deepEqual(keyFiles(), before);
  await again.close();
  putBack("directory");
  const healed = await restarted();
  await healed.publisher.publish();
  assert.notEqual(await checkpointOf(healed, "directory"), old);
  assert.deepEqual(await damagesOf(healed), []);
});

test("a server that knows no key of its directory does not start", async () => {
  lose("directory");
  rmSync(join(platform.dataFolder, "public", "log", "vkeys"));
  await assert.rejects(restarted(), { code: "log-key-lost" });
  assert.ok(!keyFiles().includes("directory.pem"));
});

for (const log of [BODY, "directory"]) {
  test(`fsck names the lost key of ${log} and makes none`, async () => {
    const again = await restarted();
    lose(log);
    const before = keyFiles();
    const { damages } = await fsckPlatform(again);
    assert.deepEqual(
      damages.map((damage) => [damage.kind, damage.log, damage.where]),
      [["log-key", log, `keys/${log}.pem`]],
    );
    assert.match(damages[0]?.message.zh ?? "", /^日志密钥缺失/);
    assert.match(damages[0]?.message.en ?? "", /^the key of a log is lost/);
    assert.deepEqual(keyFiles(), before);
  });
}

test("a log that was never signed gets its key with its first publication", async () => {
  const again = await restarted();
  const young = await connectBody(again, "CNCA-R-2026-903");
  assert.deepEqual(await damagesOf(again), []);
  assert.ok(!keyFiles().includes(`${young}.pem`));
  await again.publisher.publish();
  assert.ok(keyFiles().includes(`${young}.pem`));
  assert.deepEqual(await damagesOf(again), []);
});
