import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { addDays } from "@suzheng/certification";
import { connectInstitution, openPlatform } from "@suzheng/server";
import { openPool, poolDatabase } from "../../packages/server/src/postgres/database.ts";
import {
  type EmbeddedCluster,
  startEmbeddedCluster,
} from "../../packages/server/src/postgres/embedded-cluster.ts";
import { postgresObligationStore } from "../../packages/server/src/postgres/obligations/obligation-store.ts";
import { certificateNumber, reportRows } from "../../packages/server/src/testing/sample-acts.ts";
import { certificateCells } from "./support/certificate-report.ts";
import { assertRefused, type Ended, suzheng, temporaryFolder } from "./support/command-line.ts";
import { BODY } from "./support/workplace.ts";

const cwd = temporaryFolder();
const data = join(cwd, "data");
/** Apart from the data folder, which one process uses at a time. */
let cluster: EmbeddedCluster;

const sweep = (...words: string[]): Promise<Ended> =>
  suzheng(["sweep", ...words], {
    cwd,
    env: { SUZHENG_DATA: data, DATABASE_URL: cluster.connectionString },
  });

const today = new Date().toISOString().slice(0, 10);
/** The first surveillance is then due in less than 90 days, so a reminder is to be given. */
const issuedOn = addDays(today, -290);

before(async () => {
  cluster = await startEmbeddedCluster(join(cwd, "postgres"));
  const databaseUrl = cluster.connectionString;
  const platform = await openPlatform({ dataFolder: data, databaseUrl, origin: "suzheng.example" });
  const body = { approvalNumber: BODY, name: "样例认证有限公司", fields: ["A01"] };
  await connectInstitution({ ...platform, submitter: "test" }, body);
  const cells = certificateCells(1, { issuedOn });
  const [outcome] = await reportRows(platform, [{ table: "103010", cells }]);
  assert.equal(outcome?.outcome, "recorded", JSON.stringify(outcome));
  await platform.close();
});
after(() => cluster?.stop());

test("an operator is told what a day to come would change, and a try changes nothing", async () => {
  const overdueOn = addDays(today, 100);
  const { code, stdout, stderr } = await sweep("--dry-run", "--on", overdueOn);
  assert.equal(code, 0, stderr);
  assert.match(stdout, new RegExp(`${certificateNumber(1)} {2}suspension {2}转下一步`));
  assert.match(stdout, /试算，未写入 \/ tried, nothing stored/);
});

test("a sweep opens, reminds, and is done", async () => {
  const { code, stdout, stderr } = await sweep("--json");
  assert.equal(code, 0, stderr);
  const swept = JSON.parse(stdout) as { opened: number; changes: Record<string, string>[] };
  assert.equal(swept.opened, 2, "surveillance and recertification, which the try did not open");
  const reminders = swept.changes.filter(({ what }) => what === "reminder");
  assert.deepEqual(
    reminders.map(({ number, step }) => [number, step]),
    [[certificateNumber(1), "surveillance"]],
  );
  const again = JSON.parse((await sweep("--json")).stdout) as { changes: unknown[] };
  assert.deepEqual(again.changes, []);
});

test("a day other than today can only be tried, and only one to come", async () => {
  assertRefused(await sweep("--on", today), "sweep-day-without-dry-run");
  assertRefused(await sweep("--dry-run", "--on", "2020-01-01"), "sweep-day-past");
  const malformed = await sweep("--dry-run", "--on", "2027-02-30");
  assertRefused(malformed, "option-malformed");
  assert.match(malformed.stderr, /应形如 2026-11-22/);
});

test("while another process sweeps, it is said", async () => {
  const pool = openPool(cluster.connectionString, 1);
  await postgresObligationStore(poolDatabase(pool)).alone(async () => {
    assertRefused(await sweep(), "sweep-under-way");
  });
  await pool.end();
});
