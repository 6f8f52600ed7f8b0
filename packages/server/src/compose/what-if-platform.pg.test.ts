import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import type { HistoryReader } from "../application/what-if/history-reader.ts";
import { runWhatIf } from "../application/what-if/run-what-if.ts";
import type { WhatIfRun } from "../application/what-if/what-if-job.ts";
import { certificateNumber, reportRows, sampleRows } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import {
  beginOperatorWhatIf,
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
    before: texts,
    after: texts,
    parameters,
  });

const finished = async (run: WhatIfRun) => whatIfPartsOf(platform).start(run, () => {}).ended;

test("a lower ceiling of on-site days flips every row of an auditor above it, with its case", async () => {
  const { state, tally } = await finished(await begin({ onSiteDaysMax: 1 }));
  assert.equal(state, "finished");
  const [count] = tally.counts;
  assert.deepEqual(
    [count?.institution, count?.requirement, count?.before, count?.after, count?.acts],
    [BODY, "on-site-days-per-cycle-year", "met", "not-met", 6],
  );
  assert.equal(tally.flipped, 6);
  assert.deepEqual(
    [...new Set(tally.cases.map(({ certificate }) => certificate))].sort(),
    [1, 2, 3].map(certificateNumber),
  );
});

test("facts told again from the log are those that were noted when the acts were recorded", async () => {
  const { tally } = await finished(await begin({}));
  assert.deepEqual([tally.tried, tally.flipped, tally.contradicted], [12, 0, 0]);
});

test("acts before the day are left out", async () => {
  const { tally } = await finished(await begin({ onSiteDaysMax: 1 }, "2026-02-05"));
  assert.equal(tally.flipped, 0);
  assert.equal(tally.tried, 3);
});

test("a draft that does not hold is refused before anything is read", async () => {
  await assert.rejects(begin({ nothingOfTheKind: 1 }), { code: "rule-pack-unknown-parameter" });
});

/** The same past in pages of one entry. */
const inSmallPages = (history: HistoryReader): HistoryReader => ({
  ...history,
  async *pages(log, last) {
    for await (const page of history.pages(log, last)) for (const entry of page) yield [entry];
  },
});

test("a cancelled run goes on where it stood and ends with what an unbroken one finds", async () => {
  const parts = whatIfPartsOf(platform);
  const unbroken = await finished(await begin({ onSiteDaysMax: 1 }));
  let run = await begin({ onSiteDaysMax: 1 });
  let turns = 0;
  for (; run.state !== "finished"; turns++) {
    let pages = 0;
    run = await runWhatIf(
      {
        ...parts,
        history: inSmallPages(parts.history),
        elapsedMs: () => 0,
        isCancelled: () => ++pages >= 2,
        onProgress: () => {},
      },
      run,
    );
    if (run.state === "cancelled") {
      run = (await unfinishedOperatorWhatIf(platform)) ?? assert.fail("it was not stored");
    }
  }
  assert.ok(turns > 3);
  assert.deepEqual(run.tally, unbroken.tally);
});
