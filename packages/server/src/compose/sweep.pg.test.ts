import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { SweepChange } from "../application/obligations/open-obligation.ts";
import { tollingCommands } from "../application/obligations/tolling.ts";
import type { Actor } from "../application/policy/authorise.ts";
import { postgresTollingStore } from "../postgres/obligations/tolling-store.ts";
import { certificateNumber, reportRows, sampleRows } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import { sweepPlatform, trySweep } from "./sweep.ts";

const RULE = "cnca-qms-01";
const REGULATOR = "regulator:sample-province";

let at = "";
let platform: TestPlatform;
let number = 0;

before(async () => {
  platform = await openTestPlatform({ now: () => at });
  at = "2026-02-12T02:00:00.000Z";
  await connectBody(platform);
});
after(() => platform.remove());

/** Each test has a certificate of its own, issued on 2026-02-10 and reported two days later. */
beforeEach(async () => {
  number += 1;
  at = "2026-02-12T02:00:00.000Z";
  await reportRows(platform, sampleRows(number));
});

async function sweepOn(day: string) {
  at = `${day}T02:00:00.000Z`;
  const report = await sweepPlatform(platform);
  assert.ok(report !== "somebody-else-sweeps");
  return report;
}

/** Open steps of the surveillance's chain, with their due dates. */
async function open(): Promise<string[]> {
  const rows = await platform.database.query<{ step: string; due_on: string; state: string }>(
    `select step, due_on, state from obligations
     where number = $1 and rule = $2 and requirement like '%surveillance%' order by due_on`,
    [certificateNumber(number), RULE],
  );
  return rows.map(({ step, due_on, state }) => `${step} ${due_on} ${state}`);
}

/** What the body was told about that chain, oldest first. */
async function told(): Promise<string[]> {
  const rows = await platform.database.query<{ kind: string; step: string; said_on: string }>(
    `select kind, step, said_on from inbox_items
     where number = $1 and rule = $2 and requirement like '%surveillance%'
     order by said_on, kind`,
    [certificateNumber(number), RULE],
  );
  return rows.map(({ kind, step, said_on }) => `${said_on} ${kind} ${step}`);
}

async function reportStatus(on: string, cells: Record<string, string>): Promise<void> {
  at = `${on}T03:00:00.000Z`;
  const [, row] = sampleRows(number);
  assert.ok(row);
  const change = { APPR_AC_CODE: "05", REPORT_TYPE: "05", CHG_DATE: on, APP_ASS_DATE: on };
  const [outcome] = await reportRows(platform, [
    { table: row.table, cells: { ...row.cells, ...change, ...cells } },
  ]);
  assert.equal(outcome?.outcome, "recorded", JSON.stringify(outcome));
}

const suspend = (on: string, until: string) =>
  reportStatus(on, {
    CERTI_STATUS: "02",
    CHG_TYP_CODE: "97_01",
    PAUSE_CAUSE: "0112",
    PAUSE_S_DATE: on,
    PAUSE_E_DATE: until,
  });

test("surveillance that does not come leads from reminder to suspension to withdrawal", async () => {
  await sweepOn("2026-02-12");
  assert.deepEqual(await open(), ["surveillance 2027-02-10 ahead"]);
  assert.deepEqual(await told(), []);
  await sweepOn("2026-11-12");
  assert.deepEqual(await open(), ["surveillance 2027-02-10 reminding"]);
  await sweepOn("2027-02-10");
  await sweepOn("2027-02-11");
  assert.deepEqual(await open(), ["surveillance 2027-02-10 lapsed", "suspension 2027-02-11 ahead"]);
  await sweepOn("2027-02-12");
  assert.deepEqual(await told(), [
    "2026-11-12 reminder surveillance",
    "2027-02-03 reminder surveillance",
    "2027-02-11 escalated suspension",
    "2027-02-12 overdue suspension",
  ]);
  await suspend("2027-02-15", "2027-08-14");
  await sweepOn("2027-02-16");
  assert.deepEqual(await open(), ["withdrawal 2027-08-14 ahead"]);
  await sweepOn("2027-08-15");
  assert.deepEqual(await open(), ["withdrawal 2027-08-14 overdue"]);
  assert.deepEqual((await told()).slice(4), [
    "2027-02-15 escalated withdrawal",
    "2027-08-15 overdue withdrawal",
  ]);
  await reportStatus("2027-08-16", {
    CERTI_STATUS: "03",
    CHG_TYP_CODE: "97_03",
    CANCEL_CAUSE: "0115",
    CANCEL_DATE: "2027-08-16",
  });
  await sweepOn("2027-08-16");
  assert.deepEqual(await open(), []);
});

test("sweeping twice on a day changes nothing and tells nothing again", async () => {
  await sweepOn("2026-11-12");
  const before = [await open(), await told()];
  const again = await sweepOn("2026-11-12");
  assert.deepEqual(again, { projected: 0, due: 0, opened: 0, closed: 0, messages: 0 });
  assert.deepEqual([await open(), await told()], before);
});

test("a try tells what a day to come would change, and nothing of it stays", async () => {
  await sweepOn("2026-02-12");
  const before = [await open(), await told()];
  const changes: SweepChange[] = [];
  const onChanges = (batch: readonly SweepChange[]) => void changes.push(...batch);
  const tried = await trySweep(platform, { on: "2027-02-11", onChanges });
  assert.ok(tried !== "somebody-else-sweeps");
  assert.equal(tried.opened + tried.closed + tried.messages, changes.length);
  const own = changes.filter((change) => change.number === certificateNumber(number));
  assert.deepEqual(
    own.map(({ what, step, dueOn }) => `${what} ${step} ${dueOn}`),
    ["opened suspension 2027-02-11", "escalated suspension 2027-02-11"],
  );
  assert.deepEqual([await open(), await told()], before);
});

test("a sweep tells what an act has closed", async () => {
  await sweepOn("2026-02-12");
  await reportStatus("2026-03-01", {
    CERTI_STATUS: "03",
    CHG_TYP_CODE: "97_03",
    CANCEL_CAUSE: "0115",
    CANCEL_DATE: "2026-03-01",
  });
  const { opened, closed } = await sweepOn("2026-03-01");
  assert.deepEqual([opened, closed], [0, 2], "surveillance and recertification");
});

test("two sweeps do not run together", async () => {
  at = "2026-11-12T02:00:00.000Z";
  const both = await Promise.all([sweepPlatform(platform), sweepPlatform(platform)]);
  assert.ok(both.includes("somebody-else-sweeps"));
});

const person = (account: string, institution: string, role: Actor["roles"][number]["role"]) => ({
  actor: { account, roles: [{ institution, role }] },
  institution,
});
const manager = person("a1", BODY, "rule-manager");
const reviewer = person("b2", REGULATOR, "regulator-reviewer");

function tolling() {
  let ids = 0;
  return tollingCommands({
    store: postgresTollingStore(platform.database, platform.workspaces),
    ledger: platform.ledger,
    packs: platform.packs.map(({ pack }) => pack),
    now: () => at,
    newId: () => `${number}-${ids++}`,
    nameOf: async () => "样例省局",
  });
}

const JANUARY = {
  requirements: ["all"],
  regions: ["350000"],
  from: "2027-01-01",
  until: "2027-02-01",
  reason: "样例：台风期间无法到现场",
};

test("an approved pause moves the whole chain, says why, and stands in the body's log", async () => {
  const commands = tolling();
  at = "2026-12-20T02:00:00.000Z";
  const asked = await commands.request(manager, JANUARY);
  assert.ok(asked.outcome === "done");
  await sweepOn("2026-12-21");
  assert.deepEqual(await open(), ["surveillance 2027-02-10 reminding"]);
  const approved = await commands.approve(reviewer, asked.value);
  assert.ok(approved.outcome === "done", JSON.stringify(approved));
  assert.equal(approved.value.state, "approved");
  await sweepOn("2026-12-22");
  assert.deepEqual(await open(), ["surveillance 2027-03-13 reminding"]);
  const [row] = await platform.database.query<{ set_for: string; tolled: { en: string } }>(
    `select set_for, tolled from obligations where number = $1 and step = 'surveillance'`,
    [certificateNumber(number)],
  );
  assert.equal(row?.set_for, "2027-02-10");
  assert.match(row?.tolled.en ?? "", /31 days.*approved by 样例省局.*moved to 2027-03-13/);
  await sweepOn("2027-02-12");
  assert.deepEqual(await open(), ["surveillance 2027-03-13 reminding"]);
  await sweepOn("2027-03-14");
  assert.deepEqual(await open(), ["surveillance 2027-03-13 lapsed", "suspension 2027-03-14 ahead"]);
  await suspend("2027-03-15", "2027-09-14");
  await sweepOn("2027-09-15");
  assert.deepEqual(await open(), ["withdrawal 2027-09-14 overdue"]);
  assert.deepEqual(await damagesOf(platform), []);
});

test("a pause elsewhere moves nothing", async () => {
  const commands = tolling();
  at = "2026-12-20T02:00:00.000Z";
  const asked = await commands.request(manager, {
    ...JANUARY,
    regions: ["110000"],
    from: "2026-04-01",
    until: "2026-05-01",
  });
  assert.ok(asked.outcome === "done");
  assert.equal((await commands.approve(reviewer, asked.value)).outcome, "done");
  await sweepOn("2026-12-22");
  // The pause of the whole region, approved in the test before, still holds for this body.
  assert.deepEqual(await open(), ["surveillance 2027-03-13 reminding"]);
});

test("who asks for a pause does not decide on it, and it is decided once", async () => {
  const commands = tolling();
  const asked = await commands.request(manager, JANUARY);
  assert.ok(asked.outcome === "done");
  const key = asked.value;
  const code = async (outcome: Promise<{ outcome: string; code?: string }>) => (await outcome).code;
  assert.equal(await code(commands.approve(manager, key)), "role-insufficient");
  const same = person("a1", REGULATOR, "regulator-reviewer");
  assert.equal(await code(commands.approve(same, key)), "tolling-by-requester");
  const refusal = await commands.refuse(reviewer, { ...key, reason: "样例：理由与期限无关" });
  assert.equal(refusal.outcome, "done");
  const own = await commands.list(manager, null);
  const seen = own.outcome === "done" ? own.value.items.find(({ id }) => id === key.id) : null;
  assert.equal(seen?.refusedBecause, "样例：理由与期限无关");
  assert.equal(await code(commands.approve(reviewer, key)), "tolling-decided");
});

test("a body asks for itself only, and for deadlines that there are", async () => {
  const commands = tolling();
  const other = { ...JANUARY, institutions: ["CNCA-R-2026-902"] };
  const refusals = [
    await commands.request(manager, other),
    await commands.request(manager, { ...JANUARY, requirements: ["audited-before-decision"] }),
    await commands.request(manager, { ...JANUARY, until: JANUARY.from }),
  ].map((outcome) => (outcome.outcome === "refused" ? outcome.code : "done"));
  assert.deepEqual(refusals, [
    "tolling-institutions-unfit",
    "requirement-unknown",
    "pause-ends-before-it-begins",
  ]);
});
