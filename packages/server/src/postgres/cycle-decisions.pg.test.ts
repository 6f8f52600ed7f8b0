import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { reportRows, sampleRows } from "../testing/sample-acts.ts";
import {
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";

let platform: TestPlatform;
before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
});
after(() => platform.remove());

test("states of before are given the decisions of their cycles, as replaying tells them", async () => {
  const [, heard] = sampleRows(2);
  assert.ok(heard);
  const surveillance = { APPR_AC_CODE: "03", REPORT_TYPE: "04", SUSE_TIMES: "1" };
  const cells = { ...heard.cells, ...surveillance };
  await reportRows(platform, [...sampleRows(1), { table: "103010", cells }]);
  const { database, pool } = platform;
  await database.query(
    `update stream_states set state = regexp_replace(state, ',"cycleDecidedOn":("[^"]*"|null)', '')`,
  );
  const damages = await damagesOf(platform);
  assert.equal(damages.length, 2, damages.join("\n"));
  const migration = join(import.meta.dirname, "migrations/0014-cycle-decisions.sql");
  await pool.query(readFileSync(migration, "utf8"));
  assert.deepEqual(await damagesOf(platform), []);
});
