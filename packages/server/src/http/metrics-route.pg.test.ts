import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { composeApp } from "../compose/app.ts";
import { certificateNumber, reportRows, sampleRows } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import { createHttpServer } from "./http-server.ts";

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof createHttpServer>>;
let now = "2027-10-01T04:00:00.000Z";

before(async () => {
  platform = await openTestPlatform({ now: () => now });
  await connectBody(platform);
  const app = await composeApp(platform, { demo: false, portalFolder: null });
  server = await createHttpServer(app);
});
after(async () => {
  await server.close();
  await platform.remove();
});

async function metrics(): Promise<Map<string, number>> {
  const { body, headers } = await server.inject({ url: "/metrics" });
  assert.match(String(headers["content-type"]), /^text\/plain; version=0\.0\.4/);
  const samples = body.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    samples.map((line) => [
      line.slice(0, line.lastIndexOf(" ")),
      Number(line.slice(line.lastIndexOf(" "))),
    ]),
  );
}

test("acts that were never published wait since the oldest of them", async () => {
  now = "2027-10-01T03:59:57.000Z";
  await connectBody(platform, "CNCA-R-2026-902");
  now = "2027-10-01T04:00:00.000Z";
  const waiting = await metrics();
  assert.equal(waiting.get("suzheng_acts_recorded_total"), 2);
  assert.equal(waiting.get("suzheng_acts_published_total"), 0);
  assert.equal(waiting.get("suzheng_provable_lag_seconds"), 3);
  assert.equal(waiting.get("suzheng_directory_size"), 0);
  assert.equal(waiting.get("suzheng_checkpoint_age_seconds"), undefined);
});

test("metrics tell how far the logs are and how far they can be proven", async () => {
  await platform.publisher.publish();
  const published = await metrics();
  assert.equal(published.get("suzheng_acts_recorded_total"), 2);
  assert.equal(published.get("suzheng_acts_published_total"), 2);
  assert.equal(published.get("suzheng_directory_size"), 1);
  assert.equal(published.get("suzheng_provable_lag_seconds"), 0);
  now = "2027-10-01T04:00:03.000Z";
  await reportRows(platform, sampleRows(1).slice(0, 1));
  const waiting = await metrics();
  assert.equal(waiting.get("suzheng_acts_recorded_total"), 3);
  assert.equal(waiting.get("suzheng_acts_published_total"), 2);
  assert.equal(waiting.get("suzheng_provable_lag_seconds"), 3);
  assert.equal(waiting.get("suzheng_checkpoint_age_seconds"), 3);
  await platform.publisher.publish();
  const again = await metrics();
  assert.equal(again.get("suzheng_acts_published_total"), 3);
  assert.equal(again.get("suzheng_provable_lag_seconds"), 0);
  assert.equal(again.get("suzheng_directory_size"), 2);
  assert.equal(again.get("suzheng_checkpoint_age_seconds"), 0);
});

test("metrics count answers by the pattern of their route, not by what was asked", async () => {
  await reportRows(platform, sampleRows(2).slice(0, 2));
  for (const number of [certificateNumber(2), certificateNumber(2), "NONE"]) {
    await server.inject({ url: `/api/v1/certificates/${number}` });
  }
  await server.inject({ url: "/made-up" });
  const counted = await metrics();
  const count = (route: string, status: number) =>
    counted.get(`suzheng_http_requests_total{method="GET",route="${route}",status="${status}"}`);
  assert.equal(count("/api/v1/certificates/:number", 200), 2);
  assert.equal(count("/api/v1/certificates/:number", 404), 1);
  assert.equal(count("none", 404), 1);
  const timed = 'method="GET",route="/api/v1/certificates/:number"';
  assert.equal(counted.get(`suzheng_http_request_seconds_count{${timed}}`), 3);
  assert.equal(counted.get(`suzheng_http_request_seconds_bucket{${timed},le="+Inf"}`), 3);
  assert.ok((counted.get(`suzheng_http_request_seconds_sum{${timed}}`) ?? 0) > 0);
});

/** Hands in one good row and one without a number, and waits for the end. */
async function importTwoRows(authorization: string, query: string): Promise<void> {
  const good: Record<string, string> = {
    ...sampleRows(3).find(({ table }) => table === "103010")?.cells,
  };
  const rows = [
    Object.keys(good),
    Object.values(good),
    Object.values({ ...good, CERT_NUMBER: "" }),
  ];
  const csv = rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n");
  const part = `--x\r\ncontent-disposition: form-data; name="files"; filename="103010.csv"\r\n`;
  const { id } = (
    await server.inject({
      method: "POST",
      url: `/api/v1/imports${query}`,
      headers: { authorization, "content-type": "multipart/form-data; boundary=x" },
      payload: `${part}\r\n${csv}\r\n--x--\r\n`,
    })
  ).json();
  const state = async () =>
    (await server.inject({ url: `/api/v1/imports/${id}`, headers: { authorization } })).json()
      .state;
  while (["waiting", "running"].includes(await state()));
}

test("metrics count the rows of uploaded files by how they ended, dry runs left out", async () => {
  const authorization = `Bearer ${await platform.tokens.create(BODY)}`;
  await importTwoRows(authorization, "?dryRun=true");
  await importTwoRows(authorization, "");
  await importTwoRows(authorization, "");
  const counted = await metrics();
  const rows = ["recorded", "unchanged", "rejected"].map((outcome) =>
    counted.get(`suzheng_import_rows_total{outcome="${outcome}"}`),
  );
  assert.deepEqual(rows, [1, 1, 2]);
});
