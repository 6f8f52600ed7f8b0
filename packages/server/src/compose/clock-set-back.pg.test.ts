import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Certificate } from "@suzheng/api-contract";
import { createHttpServer } from "../http/http-server.ts";
import {
  certificateNumber,
  planAct,
  reportRows,
  sampleRows,
  suspendedCells,
} from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import { composeApp } from "./app.ts";

const BEFORE = "2027-10-01T04:00:00.000Z";
const SET_BACK = "2027-10-01T03:00:00.000Z";

let at = BEFORE;
let platform: TestPlatform;
let server: Awaited<ReturnType<typeof createHttpServer>>;

before(async () => {
  platform = await openTestPlatform({ now: () => at });
  await connectBody(platform);
  await reportRows(platform, sampleRows(1));
  await platform.publisher.publish();
  server = await createHttpServer(await composeApp(platform, { demo: false, portalFolder: null }));
});
after(async () => {
  await server.close();
  await platform.remove();
});

async function standing(query = ""): Promise<string> {
  const path = `/api/v1/certificates/${certificateNumber(1)}`;
  const answer = await server.inject({ url: `${path}${query}` });
  const { status, code } = answer.json<Partial<Certificate> & { code?: string }>();
  return String(code ?? status);
}

test("an act recorded while the clock is set back shows at once, and in no answer about before", async () => {
  const asked = "?knownAt=2027-10-01T03:59:00.000Z";
  assert.equal(await standing(asked), "certificate-not-yet-issued");
  at = SET_BACK;
  const [, row] = sampleRows(1);
  assert.ok(row);
  const suspended = suspendedCells("2027-09-30", "2027-12-31");
  await reportRows(platform, [{ ...row, cells: { ...row.cells, ...suspended } }]);
  assert.equal(await standing(), "suspended");
  assert.equal(await standing("?on=2027-09-30"), "suspended");
  at = "2027-10-01T04:00:01.000Z";
  assert.equal(await standing(asked), "certificate-not-yet-issued");
});

test("the directory notes no time before that of its logs, tells the operator, and fsck finds nothing", async () => {
  at = SET_BACK;
  await platform.publisher.publish();
  const [row] = await platform.database.query<{ entry: string }>(
    "select entry from entries where institution = 'directory' order by index desc limit 1",
  );
  assert.equal(JSON.parse(row?.entry ?? "").notedAt, BEFORE);
  assert.match(platform.alarms.join("\n"), /the clock is behind the logs/);
  assert.deepEqual(await damagesOf(platform), []);
});

test("a time that falls within a stream is named by fsck", async () => {
  const plan = (requestId: string) =>
    platform.ledger.append({ institution: BODY, submitter: "test", requestId, acts: [planAct(7)] });
  assert.ok((await plan("first")).ok);
  await platform.database.query("update logs set recorded_at = null where institution = $1", [
    BODY,
  ]);
  at = SET_BACK;
  assert.ok((await plan("second")).ok);
  const [damage] = await damagesOf(platform);
  assert.match(damage ?? "", /^stream-chain: .* found recorded at 2027-10-01T03:00:00/);
});

test("a time that falls across streams is named by fsck too, and each fall once", async () => {
  const plan = async (project: number) => {
    const acts = [planAct(project)];
    const requestId = `project ${project}`;
    assert.ok(
      (await platform.ledger.append({ institution: BODY, submitter: "test", requestId, acts })).ok,
    );
  };
  at = "2027-10-01T05:00:00.000Z";
  await plan(8);
  await platform.database.query("update logs set recorded_at = null where institution = $1", [
    BODY,
  ]);
  at = SET_BACK;
  await plan(9);
  const falls = (await damagesOf(platform)).filter((one) => /^(log-time|stream-chain)/.test(one));
  assert.deepEqual(falls.map((one) => one.split(":")[0]).sort(), ["log-time", "stream-chain"]);
});
