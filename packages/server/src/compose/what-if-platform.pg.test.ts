import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import type { Facts } from "@suzheng/rules";
import type { HistoryReader } from "../application/what-if/replay/history-reader.ts";
import { readEntry } from "../application/what-if/replay/replayed-stream.ts";
import { runWhatIf } from "../application/what-if/replay/run-what-if.ts";
import { totalsOfLog } from "../application/what-if/replay/totals-of-log.ts";
import { entriesOf, type WhatIfRun } from "../application/what-if/what-if-job.ts";
import { holdRun } from "../postgres/what-if/hold-run.ts";
import { certificateNumber, reportRows, sampleRows } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import { WORKLOAD } from "../testing/workload-pack.ts";
import {
  beginOperatorWhatIf,
  type OperatorTry,
  unfinishedOperatorWhatIf,
  whatIfPartsOf,
} from "./what-if-platform.ts";

const PACK = resolve(import.meta.dirname, "../../../../rule-packs/cnca-qms-01/2025");
const texts = {
  pack: readFileSync(join(PACK, "pack.yaml"), "utf8"),
  examples: readFileSync(join(PACK, "examples.yaml"), "utf8"),
};

/** A certificate's rows, and a trainee in the team, whose totals no published rule notes. */
function withTrainee(n: number): ReturnType<typeof sampleRows> {
  const rows = sampleRows(n);
  const trainee = { FULL_NAME: "何样例", ID_CODE: "110101190001030000", QUA_CODE: "03" };
  const team = rows.filter(({ table }) => table === "103011").slice(0, 1);
  const more = team.map(({ table, cells }) => ({ table, cells: { ...cells, ...trainee } }));
  return [...rows, ...more];
}

let platform: TestPlatform;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
  await reportRows(platform, [1, 2, 3].flatMap(withTrainee));
});
after(() => platform.remove());

const begin = (parameters: WhatIfRun["job"]["parameters"], since = "2024-01-01") =>
  beginOperatorWhatIf(platform, {
    since,
    institutions: null,
    base: { kind: "pack", institution: null, rule: "cnca-qms-01", version: "2025" },
    before: texts,
    after: texts,
    parameters,
  });

const finished = async (run: WhatIfRun) => whatIfPartsOf(platform).start(run, () => {}).ended;

/** A new rule of everyone in a team, of whom no verdict noted how many certificates they have. */
const WORKLOAD_TRY: OperatorTry = {
  since: "2024-01-01",
  institutions: null,
  base: { kind: "none", institution: null, rule: "", version: "" },
  before: null,
  after: WORKLOAD,
  parameters: {},
};

const casesOf = (run: WhatIfRun) =>
  whatIfPartsOf(platform).runs.cases(run, { filter: {}, after: null, limit: 1000 });

test("a lower ceiling of on-site days flips every row of an auditor above it, with its case", async () => {
  const run = await finished(await begin({ onSiteDaysMax: 1 }));
  assert.equal(run.state, "finished");
  const [count] = run.tally.counts;
  assert.deepEqual(
    [count?.institution, count?.requirement, count?.before, count?.after, count?.acts],
    [BODY, "on-site-days-per-cycle-year", "met", "not-met", 6],
  );
  assert.deepEqual([run.tally.tried, run.tally.flipped], [9, 6]);
  const cases = await casesOf(run);
  assert.equal(cases.length, 6);
  assert.deepEqual(
    [...new Set(cases.map(({ certificate }) => certificate))].sort(),
    [1, 2, 3].map(certificateNumber),
  );
});

test("facts told again from the log are those that were noted when the acts were recorded", async () => {
  const changed = { onSiteDaysMax: 1, reportDayOfMonth: 9, planLeadDays: 1 };
  const { tally } = await finished(await begin(changed));
  assert.deepEqual([tally.tried, tally.contradicted], [15, 0]);
});

/** The totals that the verdicts of every attendance noted, by place in the log. */
async function notedTotals(): Promise<Map<number, unknown>> {
  const { history } = whatIfPartsOf(platform);
  const noted = new Map<number, unknown>();
  for await (const page of history.pages({ log: BODY, entries: 1000, after: null })) {
    for (const { index, judged = [] } of page.map(readEntry)) {
      const facts = judged.flatMap(({ verdicts }) => verdicts.map((verdict) => verdict.facts));
      const all = Object.assign({}, ...facts) as Facts;
      const { daysInCycleYear, certificatesInCycleYear, overlapsOther } = all;
      if (daysInCycleYear === undefined) continue;
      noted.set(index, { daysInCycleYear, certificatesInCycleYear, overlapsOther });
    }
  }
  return noted;
}

test("persons' totals counted again from the log are those noted when recording", async () => {
  const noted = await notedTotals();
  const { history } = whatIfPartsOf(platform);
  const at = await totalsOfLog(history, { institution: BODY, entries: 1000 }, () => "go-on");
  assert.ok(at !== "stopped");
  assert.equal(noted.size, 6);
  for (const [index, totals] of noted) assert.deepEqual(at(index), totals);
});

test("totals that no verdict noted are counted again, so that a draft can be tried on them", async () => {
  const run = await finished(await beginOperatorWhatIf(platform, WORKLOAD_TRY));
  const [one] = run.tally.requirements;
  assert.equal(one?.requirement, "certificates-of-a-person");
  assert.deepEqual(one?.missing, []);
  const told = one?.outcomes.map(({ after, acts }) => `${after} ${acts}`).sort();
  // Three people at three certificates each: the third is one too many.
  assert.deepEqual(told, ["met 6", "not-met 3"]);
});

test("acts before the day are left out", async () => {
  const { tally } = await finished(await begin({ onSiteDaysMax: 1 }, "2026-02-05"));
  assert.deepEqual([tally.tried, tally.flipped], [0, 0]);
});

test("a draft that does not hold is refused before anything is read", async () => {
  await assert.rejects(begin({ nothingOfTheKind: 1 }), { code: "rule-pack-unknown-parameter" });
});

test("what decides no outcome is refused, since nothing could flip", async () => {
  await assert.rejects(begin({}), { code: "what-if-changes-nothing" });
  await assert.rejects(begin({ onSiteDaysMax: 180 }), { code: "what-if-changes-nothing" });
});

test("entries recorded after the beginning are not read", async () => {
  const run = await begin({ onSiteDaysMax: 1 });
  await reportRows(platform, sampleRows(4));
  const { tally } = await finished(run);
  assert.deepEqual([tally.flipped, tally.read], [6, entriesOf(run.job)]);
});

/** The same past in pages of one entry. */
const inSmallPages = (history: HistoryReader): HistoryReader => ({
  ...history,
  async *pages(range) {
    for await (const page of history.pages(range)) for (const entry of page) yield [entry];
  },
});

type Stops = { run: WhatIfRun; pages: number };

/** Goes on with a run until a page later on, as an interruption or a kill at that place would. */
function goOn({ run, pages }: Stops): Promise<WhatIfRun> {
  const parts = whatIfPartsOf(platform);
  let asked = 0;
  return runWhatIf(
    {
      ...parts,
      history: inSmallPages(parts.history),
      elapsedMs: () => 0,
      stopReason: () => (++asked >= pages ? "interrupted" : null),
      onProgress: () => {},
    },
    run,
  );
}

test("an interrupted run goes on where it stood and ends with what an unbroken one finds", async () => {
  const unbroken = await finished(await begin({ onSiteDaysMax: 1 }));
  let run = await begin({ onSiteDaysMax: 1 });
  let turns = 0;
  for (; run.state !== "finished"; turns++) {
    run = await goOn({ run, pages: 2 });
    if (run.state === "interrupted") {
      run = (await unfinishedOperatorWhatIf(platform)) ?? assert.fail("it was not stored");
    }
  }
  assert.ok(turns > 3);
  assert.deepEqual(run.tally, unbroken.tally);
  const nameless = async (one: WhatIfRun) => (await casesOf(one)).map(({ index }) => index);
  assert.deepEqual(await nameless(run), await nameless(unbroken));
});

/** Asks for a total only after other acts of the same page were judged. */
const MIXED = {
  pack: `${WORKLOAD.pack}  - id: ends-after-issue
    clause: "1"
    kind: notice
    on: CertificateReported
    title: { zh: 晚于颁证日, en: After the day of issue }
    requires: validUntil > issuedOn
    because:
      met: { zh: 是, en: "yes" }
      notMet: { zh: 否, en: "no" }
    severity: minor
    remedy: { zh: 核对, en: Check }
`,
  examples: `${WORKLOAD.examples}  ends-after-issue:
    given: { scheme: QMS, issuedOn: "2026-01-01" }
    cases:
      - { name: 三年, expect: met, facts: { validUntil: "2028-12-31" } }
      - { name: 次日, expect: met, boundary: true, facts: { validUntil: "2026-01-02" } }
      - { name: 当日, expect: not-met, facts: { validUntil: "2026-01-01" } }
`,
};

test("a run stopped in the middle of a page, while totals are counted, counts nothing twice", async () => {
  const asked = { ...WORKLOAD_TRY, after: MIXED };
  const unbroken = await finished(await beginOperatorWhatIf(platform, asked));
  assert.ok(unbroken.tally.requirements.length === 2);
  const run = await beginOperatorWhatIf(platform, asked);
  const parts = {
    ...whatIfPartsOf(platform),
    elapsedMs: () => 0,
    stopReason: () => "cancelled" as const,
    onProgress: () => {},
  };
  const stopped = await runWhatIf(parts, run);
  assert.deepEqual([stopped.state, stopped.tally.tried], ["cancelled", 0]);
  const ended = await runWhatIf({ ...parts, stopReason: () => null }, stopped);
  assert.deepEqual(ended.tally, unbroken.tally);
});

test("two at the same run: the second is told so and changes nothing", async () => {
  const run = await begin({ onSiteDaysMax: 1 });
  const giveBack = (await holdRun(platform.pool, run.id)) ?? assert.fail("nobody else has it");
  await assert.rejects(finished(run), { code: "what-if-running" });
  await giveBack();
  assert.equal((await finished(run)).state, "finished");
});
