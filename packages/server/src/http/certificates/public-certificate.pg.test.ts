import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EXAMPLE_CELLS } from "@suzheng/certification";
import { composeApp } from "../../compose/app.ts";
import { certificateNumber, reportRows, sampleRows } from "../../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  openTestPlatform,
  type TestPlatform,
} from "../../testing/test-platform.ts";
import { createHttpServer } from "../http-server.ts";

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof createHttpServer>>;
/** Only ever later: the log's time does not run backwards. */
let today = "2027-10-01";

before(async () => {
  platform = await openTestPlatform({ now: () => `${today}T04:00:00.000Z` });
  await connectBody(platform);
  const app = await composeApp(platform, { demo: false, portalFolder: null });
  server = await createHttpServer(app);
  await reportRows(platform, [1, 2, 3].flatMap(sampleRows));
  await platform.publisher.publish();
});
after(async () => {
  await server.close();
  await platform.remove();
});

const get = async (path: string) => {
  const answer = await server.inject({ url: `/api/v1/certificates${path}` });
  return { status: answer.statusCode, text: answer.body, body: answer.json() };
};
const pathOf = (n: number) => `/${certificateNumber(n)}`;

type Person = { role: string; name: string | null };
type Act = { type: string; recordedAt: string; people: Person[] };
const actsOf = (trace: { body: { acts: Act[] } }): Act[] => trace.body.acts;

async function found(q: string): Promise<string[]> {
  const { body } = await get(`?q=${encodeURIComponent(q)}&limit=100`);
  return body.items.map(({ number }: { number: string }) => number);
}

test("the trace names whom everybody may know, and nobody else", async () => {
  const trace = await get(`${pathOf(1)}/trace`);
  const people = actsOf(trace).flatMap((act) => act.people);
  const deciding = people.filter(({ role }) => role === "decision-maker");
  assert.ok(deciding.length > 0 && deciding.every(({ name }) => name === null));
  const decider = (EXAMPLE_CELLS["103010"].CHK_P_LIST ?? "").split(/[，；,;]/)[0] ?? "";
  assert.ok(decider.length > 1 && !trace.text.includes(decider), decider);
  assert.ok(people.some(({ name }) => name === EXAMPLE_CELLS["103011"].FULL_NAME));
});

test("a withheld certificate is neither found nor proven", async () => {
  const hidden = certificateNumber(2);
  const { ORG_NAME = "", ORG_CODE = "" } = EXAMPLE_CELLS["103010"];
  const searches = [hidden, hidden.slice(0, -2), ORG_NAME.slice(0, 4), ORG_CODE];
  for (const q of searches) assert.ok((await found(q)).includes(hidden), q);
  assert.equal((await get(`${pathOf(2)}/proof`)).status, 200);
  const withheld = await server.inject({
    method: "POST",
    url: `/api/v1/certificates${pathOf(2)}/withhold`,
    headers: { authorization: `Bearer ${await platform.tokens.create(BODY)}` },
    payload: { reason: "复核" },
  });
  assert.equal(withheld.statusCode, 200);
  await platform.publisher.publish();
  for (const q of searches) assert.ok(!(await found(q)).includes(hidden), q);
  assert.equal((await get(`${pathOf(2)}/proof`)).body.code, "certificate-withheld");
});

test("the trace as of an instant holds nothing that was recorded later", async () => {
  const knownAt = `${today}T12:00:00.000Z`;
  const before = actsOf(await get(`${pathOf(3)}/trace`));
  today = "2027-10-02";
  const row = sampleRows(3).find(({ table }) => table === "103010");
  assert.ok(row);
  const surveillance = {
    APPR_AC_CODE: "03",
    REPORT_TYPE: "04",
    SUSE_TIMES: "1",
    APPR_S_DATE: "2027-01-10",
    APPR_E_DATE: "2027-01-10",
    APP_ASS_DATE: "2027-01-10",
  };
  await reportRows(platform, [{ ...row, cells: { ...row.cells, ...surveillance } }]);
  assert.equal(actsOf(await get(`${pathOf(3)}/trace`)).length, before.length + 1);
  const then = actsOf(await get(`${pathOf(3)}/trace?knownAt=${knownAt}`));
  assert.deepEqual(then, before);
});

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

test("a day to come is marked as such, by the day in China", async () => {
  const { validUntil } = (await get(pathOf(1))).body;
  const told = async (query: string) => {
    const { status, asOf } = (await get(pathOf(1) + query)).body;
    const { certificate: traced } = (await get(`${pathOf(1)}/trace${query}`)).body;
    assert.equal(traced.asOf.ahead, asOf.ahead);
    return [status, asOf.ahead];
  };
  assert.deepEqual(await told(""), ["valid", false]);
  assert.deepEqual(await told(`?on=${today}`), ["valid", false]);
  assert.deepEqual(await told(`?on=${dayAfter(today)}`), ["valid", true]);
  assert.deepEqual(await told(`?on=${dayAfter(validUntil)}`), ["expired", true]);
  const before = today;
  today = dayAfter(today);
  const asKnown = (time: string) => told(`?on=${today}&knownAt=${before}T${time}Z`);
  assert.deepEqual(await asKnown("15:59:59.999"), ["valid", true]);
  assert.deepEqual(await asKnown("16:00:00.000"), ["valid", false], "midnight in China");
});

test("what a day to come means is described where programs look it up", async () => {
  const text = (await server.inject({ url: "/openapi.json" })).body;
  assert.match(text, /"ahead":\{[^}]*"description":"True when `on` comes after/);
});

test("a certificate is valid on its last day and expired on the next, on its page and in a search", async () => {
  const { validUntil } = (await get(pathOf(1))).body;
  const statuses = async () => {
    const { body } = await get(`?q=${certificateNumber(1)}`);
    return [(await get(pathOf(1))).body.status, body.items[0].status];
  };
  today = validUntil;
  assert.deepEqual(await statuses(), ["valid", "valid"]);
  today = dayAfter(validUntil);
  assert.deepEqual(await statuses(), ["expired", "expired"]);
});
