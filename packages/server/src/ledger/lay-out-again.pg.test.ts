import assert from "node:assert/strict";
import { mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { planAct } from "../testing/sample-acts.ts";
import { BODY, connectBody, damagesOf, openTestPlatform } from "../testing/test-platform.ts";

const OTHER = "CNCA-R-2026-902";
const platform = await openTestPlatform();
after(() => platform.remove());
const fileOf = (log: string, path: string) => join(platform.dataFolder, "public", "log", log, path);

async function append(institution: string, project: number): Promise<void> {
  const outcome = await platform.ledger.append({
    institution,
    submitter: "test",
    requestId: null,
    acts: [planAct(project, { institution })],
  });
  assert.ok(outcome.ok);
}

test("tiles that a power cut took are laid out again from the entries", async () => {
  await connectBody(platform);
  await connectBody(platform, OTHER);
  for (let project = 0; project < 5; project++) await append(BODY, project);
  await platform.publisher.publish();
  rmSync(fileOf(BODY, "tile"), { recursive: true });
  truncateSync(fileOf("directory", "tile/0/000.p/1"), 7);
  await append(BODY, 5);
  await platform.publisher.publish();
  await append(BODY, 6);
  await platform.publisher.publish();
  assert.deepEqual(await damagesOf(platform), []);
});

test("a file with other bytes stops its own log and no other", async () => {
  await append(BODY, 7);
  const heads = await platform.logs.heads();
  const size = heads.find(({ institution }) => institution === BODY)?.size ?? 0;
  mkdirSync(fileOf(BODY, "tile/0/000.p"), { recursive: true });
  writeFileSync(fileOf(BODY, `tile/0/000.p/${size}`), Buffer.alloc(32 * size, 1));
  await append(OTHER, 1);
  await platform.publisher.publish();
  assert.match(platform.alarms.join("\n"), /CNCA-R-2026-901 is frozen/);
  const { frozenBecause } = await platform.logs.transact(async (logs) => {
    const [head] = await logs.heads([BODY], true);
    assert.ok(head !== undefined);
    return head;
  });
  assert.match(frozenBecause ?? "", /published with other bytes/);
  const proof = await platform.prover.prove("X", OTHER, ["certificate/X"]);
  assert.equal(proof?.logs[0]?.note.size, 2);
});
