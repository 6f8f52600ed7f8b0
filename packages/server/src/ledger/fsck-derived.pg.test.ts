import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fsckPlatform } from "../compose/fsck-platform.ts";
import { pauseDeadlines, publishRules } from "../compose/rules-and-pauses.fixture.ts";
import { sweepPlatform } from "../compose/sweep.ts";
import { keepTables } from "../testing/damage.ts";
import { derivedDamageRows } from "../testing/damage-derived-rows.ts";
import { reportRows, sampleRows } from "../testing/sample-acts.ts";
import {
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";

const OTHER_BODY = "CNCA-R-2026-902";

let platform: TestPlatform;
let putBack: (sql: string) => Promise<void>;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
  await connectBody(platform, OTHER_BODY);
  await publishRules(platform);
  await pauseDeadlines(platform);
  await reportRows(platform, sampleRows(7));
  await sweepPlatform(platform);
  await platform.publisher.publish();
  putBack = await keepTables(platform);
});
after(() => platform.remove());

test("what nobody touched of rules, their search, pauses and obligations has no damage", async () => {
  const { damages } = await fsckPlatform(platform);
  assert.deepEqual(damages, []);
  const counts = await platform.database.query<{ pauses: number; obligations: number }>(
    `select (select count(*) from pauses) as pauses,
      (select count(*) from obligations) as obligations`,
  );
  assert.equal(counts[0]?.pauses, 2);
  assert.ok((counts[0]?.obligations ?? 0) > 0);
});

for (const { name, sql, expect } of derivedDamageRows) {
  test(`fsck names ${name}`, async () => {
    await platform.database.query(sql);
    const [first] = (await fsckPlatform(platform)).damages;
    await putBack(sql);
    assert.equal(first?.kind, expect[0], first?.message.en);
    assert.ok(first?.where.startsWith(expect[1]), first?.where);
    assert.ok(first?.found.includes(expect[2] ?? ""), first?.found);
    assert.notEqual(first?.expected, first?.found);
  });
}

test("a pause that does not yet stand in every log is not missed and puts nothing off", async () => {
  const missing = "delete from pauses where true";
  await platform.database.query("update tolling_requests set state = 'approving'");
  await platform.database.query(missing);
  const { damages } = await fsckPlatform(platform);
  await putBack(missing);
  await platform.database.query("update tolling_requests set state = 'approved'");
  const places = damages.map(({ where }) => where.split(" ")[0]);
  assert.deepEqual([...new Set(places)], ["obligations.tolled"]);
});

test("what was damaged and mended is no damage", async () => {
  assert.deepEqual(await damagesOf(platform), []);
});

test("rules whose evidence is lost are compared without it", async () => {
  const folder = join(platform.dataFolder, "evidence");
  renameSync(folder, `${folder}-elsewhere`);
  const { damages } = await fsckPlatform(platform);
  renameSync(`${folder}-elsewhere`, folder);
  assert.deepEqual(new Set(damages.map(({ kind }) => kind)), new Set(["evidence"]));
});
