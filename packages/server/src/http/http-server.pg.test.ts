import assert from "node:assert/strict";
import { after, before, type TestContext, test } from "node:test";
import { composeApp } from "../compose/app.ts";
import type { Platform } from "../compose/platform.ts";
import {
  certificateNumber,
  reportRows,
  sampleRows,
  suspendedCells,
} from "../testing/sample-acts.ts";
import { connectBody, openTestPlatform, type TestPlatform } from "../testing/test-platform.ts";
import { createHttpServer } from "./http-server.ts";

type Cells = Readonly<Record<string, string>>;

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof createHttpServer>>;
let today = "2027-10-01";

before(async () => {
  platform = await openTestPlatform({ now: () => `${today}T04:00:00.000Z` });
  await connectBody(platform);
  const app = await composeApp(platform, { demo: false, portalFolder: null });
  server = await createHttpServer(app);
});
after(async () => {
  await server.close();
  await platform.remove();
});

async function report(n: number, cells: Cells = {}, to: Platform = platform): Promise<void> {
  const row = sampleRows(n).find(({ table }) => table === "103010");
  assert.ok(row);
  const outcomes = await reportRows(to, [{ ...row, cells: { ...row.cells, ...cells } }]);
  assert.deepEqual(outcomes, [{ outcome: "recorded" }]);
}

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: "GET", url, headers });
const pageOf = (n: number) => `/api/v1/certificates/${certificateNumber(n)}`;

const MALFORMED = [
  "/api/v1/certificates/A%00B",
  "/api/v1/certificates/A%00B/trace",
  "/api/v1/certificates/A%00B/proof",
  "/api/v1/certificates/A%00B/absence",
  "/api/v1/certificates?q=AB%00",
  "/api/v1/certificates?q=AB&body=%00",
  `/api/v1/certificates?q=AB&cursor=${Buffer.from("\0").toString("base64url")}`,
  "/api/v1/certificates?q=AB&limit=1e9",
  "/api/v1/institutions?q=%00",
  "/api/v1/institutions?cursor=%00",
  "/api/v1/institutions/%00",
  `${pageOf(1)}?on=2026-02-30`,
  `${pageOf(1)}/trace?on=9999-99-99`,
  `${pageOf(1)}?knownAt=yesterday`,
];

test("what no database could store or no calendar has is bad input, not a fault", async () => {
  await report(1);
  for (const url of MALFORMED) {
    const { statusCode, body } = await get(url);
    assert.equal(`${statusCode} ${JSON.parse(body).code}`, "400 request-malformed", url);
  }
});

test("bad input is told by its field and what it has to be, without a pattern", async () => {
  const { body } = await get(`${pageOf(1)}?on=2026-02-30`);
  const { detail } = JSON.parse(body);
  assert.equal(detail.zh, "`on` 不是日期，应如 2026-01-02。");
  assert.equal(detail.en, "`on` is no date; write it like 2026-01-02");
});

test("without built pages a visitor is told so, and a program gets a problem", async () => {
  const visitor = await get("/", { accept: "text/html,*/*" });
  assert.match(String(visitor.headers["content-type"]), /^text\/html/);
  assert.match(visitor.body, /页面尚未构建.*npm run build.*The pages are not built/s);
  assert.equal((await get("/")).json().code, "route-not-found");
});

test("an address that cannot be read is answered with a problem like any other bad input", async () => {
  for (const url of ["/api/v1/certificates/%ZZ", `/api/v1/certificates/${"9".repeat(400)}`]) {
    const { statusCode, headers, body } = await get(url);
    assert.equal(`${statusCode} ${JSON.parse(body).code}`, "400 request-malformed", url);
    assert.match(String(headers["content-type"]), /^application\/problem\+json/);
  }
});

test("an upload that breaks off or has no boundary is bad input", async () => {
  const authorization = `Bearer ${await platform.tokens.create("CNCA-R-2026-901")}`;
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=x"]) {
    const { statusCode, body } = await server.inject({
      method: "POST",
      url: "/api/v1/imports",
      headers: { authorization, "content-type": type },
      payload: "--x\r\nnothing",
    });
    assert.equal(`${statusCode} ${JSON.parse(body).code}`, "400 request-malformed", type);
  }
});

test("content that is too much or of an unknown type is said to be that, with a way out", async () => {
  const authorization = `Bearer ${await platform.tokens.create("CNCA-R-2026-901")}`;
  const post = async (type: string, payload: string) => {
    const { statusCode, body } = await server.inject({
      method: "POST",
      url: `${pageOf(1)}/withhold`,
      headers: { authorization, "content-type": type },
      payload,
    });
    const { code, wayOut } = JSON.parse(body);
    assert.ok(wayOut.zh.length > 0 && wayOut.en.length > 0);
    return `${statusCode} ${code}`;
  };
  const large = JSON.stringify({ reason: "x".repeat(2 ** 20) });
  assert.equal(await post("application/json", large), "413 request-too-large");
  assert.equal(await post("application/xml", "<reason/>"), "415 media-type-unsupported");
});

test("a search shows a certificate as it is today, also when its newest report is dated ahead", async () => {
  await report(9);
  await report(9, suspendedCells("2027-12-01", "2027-12-31"));
  const found = async () => {
    const { items } = (await get(`/api/v1/certificates?q=${certificateNumber(9)}`)).json();
    const [byName] = (await get("/api/v1/certificates?q=样例&limit=100"))
      .json()
      .items.filter(({ number }: { number: string }) => number === certificateNumber(9));
    assert.deepEqual(items, [byName]);
    const { status, holder, body } = (await get(pageOf(9))).json();
    assert.deepEqual([items[0].status, items[0].holderName], [status, holder.name]);
    assert.deepEqual(items[0].body, body);
    return status;
  };
  const before = today;
  assert.equal(await found(), "valid");
  today = "2027-12-01";
  assert.equal(await found(), "suspended");
  today = before;
});

test("a code for an address that is none is bad input", async () => {
  const { statusCode } = await get("/c/1/qr.svg", { host: "[" });
  assert.equal(statusCode, 400);
});

test("a code opens the configured address; without one it follows the request and is not kept", async () => {
  const followed = await get("/c/1/qr.svg", { host: "one.example" });
  const other = await get("/c/1/qr.svg", { host: "other.example" });
  assert.equal(followed.headers["cache-control"], "no-store");
  assert.notEqual(followed.body, other.body);
  const publicUrl = "http://one.example";
  const app = await composeApp(platform, { demo: false, portalFolder: null, publicUrl });
  const configured = await createHttpServer(app);
  const { body, headers } = await configured.inject({
    url: "/c/1/qr.svg",
    headers: { host: "other.example" },
  });
  await configured.close();
  assert.equal(headers["cache-control"], "public, max-age=86400");
  assert.equal(body, followed.body);
});

test("an answer that was given before is given again, under the same tag", async () => {
  await report(7);
  const first = await get(pageOf(7));
  const again = await get(pageOf(7));
  assert.deepEqual(again.json(), first.json());
  assert.equal(again.headers.etag, first.headers.etag);
  const unchanged = await get(pageOf(7), { "if-none-match": String(first.headers.etag) });
  assert.equal(unchanged.statusCode, 304);
});

test("scans at the same moment each get their own answer, whole; a HEAD gets only its head", async (t) => {
  await report(10);
  await report(11);
  const app = await composeApp(platform, { demo: false, portalFolder: null });
  const listening = await createHttpServer(app);
  t.after(() => listening.close());
  const url = await listening.listen({ host: "127.0.0.1", port: 0 });
  const numbers = [10, 11, 10, 11, 10, 11];
  for (const _ of ["made", "kept"]) {
    const answers = await Promise.all(
      numbers.map(async (n) => (await fetch(url + pageOf(n))).json()),
    );
    assert.deepEqual(
      answers.map(({ number, holder }) => [number, holder.name]),
      numbers.map((n) => [certificateNumber(n), "样例精密机械有限公司"]),
    );
  }
  const head = await fetch(url + pageOf(10), { method: "HEAD" });
  assert.equal(await head.text(), "");
  assert.equal(head.headers.get("x-content-type-options"), "nosniff");
});

test("an answer about the past changes its tag when a late act changes it", async () => {
  await report(2);
  today = "2027-10-02";
  const on = `${pageOf(2)}?on=2026-04-01`;
  const first = await get(on);
  assert.equal(first.json().status, "valid");
  await report(2, {
    APPR_AC_CODE: "03",
    REPORT_TYPE: "04",
    SUSE_TIMES: "1",
    APPR_S_DATE: "2027-01-10",
    APPR_E_DATE: "2027-01-10",
    APP_ASS_DATE: "2027-01-10",
  });
  const surveyed = await get(on);
  await report(2, suspendedCells("2026-03-01", "2026-08-31"));
  const late = await get(on, { "if-none-match": String(surveyed.headers.etag) });
  assert.equal(late.statusCode, 200);
  assert.equal(late.json().status, "suspended");
  const again = await get(on, { "if-none-match": String(late.headers.etag) });
  assert.equal(again.statusCode, 304);
});

test("an instant without milliseconds means the beginning of its second", async () => {
  today = "2027-10-03";
  await report(3);
  const before = await get(`${pageOf(3)}?knownAt=2027-10-03T03:59:59Z`);
  assert.equal(before.json().code, "certificate-not-yet-issued");
  const at = await get(`${pageOf(3)}?knownAt=2027-10-03T04:00:00Z`);
  assert.equal(at.json().asOf.knownAt, "2027-10-03T04:00:00.000Z");
});

test("a withheld child is not named by its main certificate", async () => {
  const child = { IS_C_CERTI: "1", M_CERTI_NUM: certificateNumber(4) };
  await report(4);
  await report(5, child);
  const children = async () => (await get(pageOf(4))).json().childCertificateNumbers;
  assert.deepEqual(await children(), [certificateNumber(5)]);
  const token = await platform.tokens.create("CNCA-R-2026-901");
  const withheld = await server.inject({
    method: "POST",
    url: `${pageOf(5)}/withhold`,
    headers: { authorization: `Bearer ${token}` },
    payload: { reason: "复核" },
  });
  assert.equal(withheld.statusCode, 200);
  assert.deepEqual(
    (await get(`${pageOf(4)}?on=2027-10-03&knownAt=2027-12-01T00:00:00.000Z`)).json()
      .childCertificateNumbers,
    [],
  );
});

test("nobody may keep the answer that something is not there", async () => {
  const missing = [
    "/log/CNCA-R-2026-901/tile/0/000.p/200",
    "/log/CNCA-R-2026-901/tile/../checkpoint",
    "/api/v1/certificates/NONE",
    "/nowhere",
  ];
  for (const url of missing) {
    const { statusCode, headers } = await get(url);
    assert.equal(`${statusCode} ${headers["cache-control"]}`, "404 no-store", url);
  }
});

test("what this process records shows in the next answer, also where one was at hand", async (t) => {
  await report(8);
  const statusAt = await freshServer(t);
  for (const _ of ["made", "kept"]) assert.equal(await statusAt(pageOf(8)), "valid");
  await report(8, suspendedCells(today, "2027-12-31"));
  assert.equal(await statusAt(pageOf(8)), "suspended");
});

/** A server that has just read how far the logs have grown, so that it keeps what it answers. */
async function freshServer(t: TestContext) {
  const app = await composeApp(platform, { demo: false, portalFolder: null });
  const fresh = await createHttpServer(app);
  t.after(() => fresh.close());
  return async (url: string) => (await fresh.inject({ url })).json().status;
}

test("what another process records shows too, where an answer was at hand", {
  timeout: 30_000,
}, async (t) => {
  await report(12);
  const statusAt = await freshServer(t);
  assert.equal(await statusAt(pageOf(12)), "valid");
  await report(12, suspendedCells(today, "2027-12-31"), await platform.another());
  while ((await statusAt(pageOf(12))) !== "suspended") t.signal.throwIfAborted();
});

test("an answer at hand is not given for the past, nor one of the past for now", async (t) => {
  await report(13);
  const before = `${pageOf(13)}?knownAt=${today}T12:00:00Z`;
  today = "2027-10-04";
  await report(13, suspendedCells(today, "2027-12-31"));
  const statusAt = await freshServer(t);
  for (const _ of ["made", "kept"]) {
    assert.equal(await statusAt(pageOf(13)), "suspended");
    assert.equal(await statusAt(before), "valid");
  }
});

test("a frozen log refuses a withholding, which is no fault of the server", async () => {
  await report(6);
  await platform.logs.freeze("CNCA-R-2026-901", "an old backup was restored");
  const token = await platform.tokens.create("CNCA-R-2026-901");
  const refused = await server.inject({
    method: "POST",
    url: `${pageOf(6)}/withhold`,
    headers: { authorization: `Bearer ${token}` },
    payload: { reason: "复核" },
  });
  assert.equal(`${refused.statusCode} ${refused.json().code}`, "409 withholding-refused");
  assert.equal(refused.json().detail.en, "the body's log is frozen");
});
