import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import type { Trace } from "@suzheng/api-contract";
import { traceCertificate } from "../application/certificates/trace-certificate.ts";
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
import { composeApp } from "./app.ts";
import { beginOperatorWhatIf, whatIfPartsOf } from "./what-if-platform.ts";

const REGULATOR = "regulator:sample-province";

let at = "2026-02-12T02:00:00.000Z";
let platform: TestPlatform;

before(async () => {
  platform = await openTestPlatform({ now: () => at });
  await connectBody(platform);
});
after(() => platform.remove());

/** Issued on 2026-02-10, so that the first surveillance is due by 2027-02-10. */
async function issue(n: number): Promise<void> {
  at = "2026-02-12T02:00:00.000Z";
  await reportRows(platform, sampleRows(n));
}

async function reportSurveillance(n: number, on: string, cells: Record<string, string> = {}) {
  at = `${on}T09:00:00.000Z`;
  const [, row] = sampleRows(n);
  assert.ok(row);
  const surveillance = {
    APPR_AC_CODE: "03",
    REPORT_TYPE: "04",
    SUSE_TIMES: "1",
    APPR_S_DATE: on,
    APPR_E_DATE: on,
    APP_ASS_DATE: on,
    ...cells,
  };
  const [outcome] = await reportRows(platform, [
    { table: row.table, cells: { ...row.cells, ...surveillance } },
  ]);
  assert.equal(outcome?.outcome, "recorded", JSON.stringify(outcome));
}

const person = (account: string, institution: string, role: Actor["roles"][number]["role"]) => ({
  actor: { account, roles: [{ institution, role }] },
  institution,
});

let pauses = 0;

async function approvePause(terms: { from: string; until: string; regions?: string[] }) {
  pauses += 1;
  const commands = tollingCommands({
    store: postgresTollingStore(platform.database, platform.workspaces),
    ledger: platform.ledger,
    packs: platform.packs.map(({ pack }) => pack),
    now: () => at,
    newId: () => `pause-${pauses}`,
    nameOf: async () => "样例省局",
  });
  const asked = await commands.request(person("a1", BODY, "rule-manager"), {
    requirements: ["first-surveillance-in-time"],
    regions: ["350000"],
    reason: "样例：台风期间无法到现场",
    ...terms,
  });
  assert.ok(asked.outcome === "done", JSON.stringify(asked));
  const reviewer = person("b2", REGULATOR, "regulator-reviewer");
  assert.equal((await commands.approve(reviewer, asked.value)).outcome, "done");
}

async function traceOf(n: number): Promise<Trace> {
  const app = await composeApp(platform, { demo: false, portalFolder: null });
  const found = await traceCertificate(app, certificateNumber(n), { on: null, knownAt: null });
  assert.ok(found.found);
  return found.trace;
}

/** What the newest surveillance was judged by clause 5.4.1.4. */
async function verdictsOn(n: number) {
  const { acts } = await traceOf(n);
  const act = acts.find(({ data }) => data.activity === "surveillance");
  return (act?.verdicts ?? []).filter(({ clause }) => clause === "5.4.1.4");
}

const outcomes = (verdicts: Awaited<ReturnType<typeof verdictsOn>>) =>
  verdicts.map(({ requirement, outcome }) => `${requirement} ${outcome}`);

test("without a pause, surveillance after its day is not met, and a later pause leaves it so", async () => {
  await issue(1);
  await issue(2);
  await reportSurveillance(1, "2027-03-13");
  const late = ["first-surveillance-in-time not-met", "overdue-certificate-suspended not-met"];
  assert.deepEqual(outcomes(await verdictsOn(1)), late);
  await approvePause({ from: "2027-01-01", until: "2027-02-01" });
  const verdicts = await verdictsOn(1);
  assert.deepEqual(outcomes(verdicts), late);
  assert.equal(verdicts[0]?.facts.pauses, null);
  assert.doesNotMatch(verdicts[0]?.because.zh ?? "", /暂停 31 天/);
  const deadlines = (await traceOf(2)).deadlines.filter(({ clause }) => clause === "5.4.1.4");
  assert.deepEqual(
    deadlines.map(({ dueOn }) => dueOn),
    ["2027-03-13"],
    "what holds today is moved",
  );
});

test("surveillance on the last day that an approved pause gives is met, and the verdict says why", async () => {
  await reportSurveillance(2, "2027-03-13");
  const verdicts = await verdictsOn(2);
  assert.deepEqual(outcomes(verdicts), ["first-surveillance-in-time met"]);
  const [verdict] = verdicts;
  assert.equal(verdict?.facts.pauses, "2027-01-01/2027-02-01 first-surveillance-in-time");
  const moved = "原定 2027-02-10；期限暂停 31 天：2027-01-01 起至 2027-02-01 前；顺延至 2027-03-13";
  assert.ok(verdict?.because.zh.endsWith(`；${moved}`), verdict?.because.zh);
  assert.match(verdict?.because.en ?? "", /set for 2027-02-10; .* 31 days.*moved to 2027-03-13/);
});

test("a day later it is not met, and elsewhere the pause does not hold", async () => {
  await issue(3);
  await issue(4);
  await reportSurveillance(3, "2027-03-14");
  const late = ["first-surveillance-in-time not-met", "overdue-certificate-suspended not-met"];
  assert.deepEqual(outcomes(await verdictsOn(3)), late);
  await reportSurveillance(4, "2027-03-13", { ORG_DISTRICT: "110100" });
  const verdicts = await verdictsOn(4);
  assert.deepEqual(outcomes(verdicts), late);
  assert.equal(verdicts[0]?.facts.pauses, null);
});

test("a try on the past measures with the pauses noted then, and without where none was", async () => {
  const folder = resolve(import.meta.dirname, "../../../../rule-packs/cnca-qms-01/2025");
  const [pack = "", examples = ""] = ["pack.yaml", "examples.yaml"].map((file) =>
    readFileSync(join(folder, file), "utf8"),
  );
  const texts = { pack, examples };
  const run = await beginOperatorWhatIf(platform, {
    since: "2024-01-01",
    institutions: null,
    base: { kind: "pack", institution: null, rule: "cnca-qms-01", version: "2025" },
    before: texts,
    after: texts,
    parameters: { firstSurveillanceMonths: 13 },
  });
  const parts = whatIfPartsOf(platform);
  const ended = await parts.start(run, () => {}).ended;
  const cases = await parts.runs.cases(ended, { filter: {}, after: null, limit: 100 });
  assert.deepEqual(
    cases.map(({ certificate, requirement, before, after }) => [
      certificate,
      `${requirement} ${before} ${after}`,
    ]),
    [
      // Due by 2027-03-10 without a pause, which is before the others' audits.
      [certificateNumber(3), "first-surveillance-in-time not-met met"],
      [certificateNumber(3), "overdue-certificate-suspended not-met not-applicable"],
    ],
  );
});

test("what is noted of pauses is nothing that fsck objects to", async () => {
  assert.deepEqual(await damagesOf(platform), []);
});
