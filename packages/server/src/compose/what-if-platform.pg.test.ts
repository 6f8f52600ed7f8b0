import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import type { Facts } from "@suzheng/rules";
import type { HistoryReader } from "../application/what-if/history-reader.ts";
import { readEntry } from "../application/what-if/replayed-stream.ts";
import { runWhatIf } from "../application/what-if/run-what-if.ts";
import { totalsOfLog } from "../application/what-if/totals-of-log.ts";
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

let platform: TestPlatform;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
  await reportRows(platform, [1, 2, 3].flatMap(sampleRows));
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
  assert.deepEqual([run.tally.tried, run.tally.flipped], [6, 6]);
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
  assert.deepEqual([tally.tried, tally.contradicted], [12, 0]);
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
  // Two people at three certificates each: the third is one too many.
  assert.deepEqual(told, ["met 4", "not-met 2"]);
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

test("a run stopped while totals are counted leaves nothing half-counted", async () => {
  const begun = await beginOperatorWhatIf(platform, WORKLOAD_TRY);
  const unbroken = await finished(begun);
  let run = await beginOperatorWhatIf(platform, WORKLOAD_TRY);
  run = await goOn({ run, pages: 7 });
  assert.equal(run.state, "interrupted");
  assert.deepEqual((await goOn({ run, pages: 1e9 })).tally, unbroken.tally);
});

test("two at the same run: the second is told so and changes nothing", async () => {
  const run = await begin({ onSiteDaysMax: 1 });
  const giveBack = (await holdRun(platform.pool, run.id)) ?? assert.fail("nobody else has it");
  await assert.rejects(finished(run), { code: "what-if-running" });
  await giveBack();
  assert.equal((await finished(run)).state, "finished");
});
