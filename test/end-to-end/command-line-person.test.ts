import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { EXAMPLE_CELLS } from "@suzheng/certification";
import { connectInstitution, openPlatform } from "@suzheng/server";
import {
  type EmbeddedCluster,
  startEmbeddedCluster,
} from "../../packages/server/src/postgres/embedded-cluster.ts";
import { reportRows, sampleRows } from "../../packages/server/src/testing/sample-acts.ts";
import { assertRefused, type Ended, suzheng, temporaryFolder } from "./support/command-line.ts";
import { BODY } from "./support/workplace.ts";

const cwd = temporaryFolder();
const data = join(cwd, "data");
/** Apart from the data folder, which one process uses at a time. */
let cluster: EmbeddedCluster;

const { ID_CODE: NUMBER, FULL_NAME: NAME } = EXAMPLE_CELLS["103011"];
const EXIT_NOBODY = 3;

const erase = (...words: string[]): Promise<Ended> =>
  suzheng(["person", "erase", ...words], {
    cwd,
    env: { SUZHENG_DATA: data, DATABASE_URL: cluster.connectionString },
  });

const eraseHere = (...words: string[]) => erase("--institution", BODY, ...words);

before(async () => {
  cluster = await startEmbeddedCluster(join(cwd, "postgres"));
  const databaseUrl = cluster.connectionString;
  const platform = await openPlatform({ dataFolder: data, databaseUrl, origin: "suzheng.example" });
  const body = { approvalNumber: BODY, name: "样例认证有限公司", fields: ["A01"] };
  await connectInstitution({ ...platform, submitter: "test" }, body);
  await reportRows(platform, sampleRows(1).slice(0, 3));
  await platform.close();
});
after(() => cluster?.stop());

test("an operator who does not say who, or confirm it, or keep a record, is told what is missing", async () => {
  assertRefused(await eraseHere("--dry-run"), "person-not-given");
  const asked = ["--identity", NUMBER];
  assertRefused(await eraseHere(...asked), "confirmation-differs");
  assertRefused(await eraseHere(...asked, "--confirm", NUMBER), "erasure-record-not-given");
  const record = join(cwd, "trust.json");
  assertRefused(await erase("--again", record), "erasure-record-unreadable");
});

test("a person is erased once, by number, with a record, and nothing personal is printed", async () => {
  const asked = ["--identity", NUMBER];
  const tried = await eraseHere(...asked, "--dry-run");
  assert.equal(tried.code, 0, tried.stderr);
  const erased = await eraseHere(...asked, "--confirm", NUMBER, "-o", "erased.json");
  assert.equal(erased.code, 0, erased.stderr);
  for (const { stdout } of [tried, erased]) {
    assert.match(stdout, /AuditParticipationReported 1/);
    assert.ok(!stdout.includes(NUMBER) && !stdout.includes(NAME), stdout);
  }
  const record = readFileSync(join(cwd, "erased.json"), "utf8");
  assert.ok(!record.includes(NUMBER) && !record.includes(NAME), record);
  const again = await erase("--again", "erased.json");
  assert.equal(again.code, 0, again.stderr);
  const gone = await eraseHere(...asked, "--confirm", NUMBER, "-o", "second.json");
  assert.equal(gone.code, EXIT_NOBODY);
  assert.match(gone.stderr, /\[person-unknown\]/);
});
