import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { WhatIfRun } from "../application/what-if/what-if-job.ts";
import type { WhatIfRunning } from "../application/what-if/what-if-runner.ts";
import { beginOperatorWhatIf, whatIfPartsOf } from "../compose/what-if-platform.ts";
import { openTestPlatform, type TestPlatform } from "../testing/test-platform.ts";
import { WORKLOAD } from "../testing/workload-pack.ts";
import { threadedWhatIfRuns } from "./what-if-runs.ts";

let platform: TestPlatform;
before(async () => {
  platform = await openTestPlatform();
});
after(() => platform.remove());

/** A run of this institution's, stored at its beginning. */
async function runOf(institution: string): Promise<WhatIfRun> {
  const begun = await beginOperatorWhatIf(platform, {
    since: "2024-01-01",
    institutions: null,
    base: { kind: "none", institution: null, rule: "", version: "" },
    before: null,
    after: WORKLOAD,
    parameters: {},
  });
  const run = { ...begun, institution };
  await whatIfPartsOf(platform).runs.save(run, []);
  return run;
}

/** Runs that go on until the test ends or stops them, and store what threads would. */
function openRuns() {
  const store = whatIfPartsOf(platform).runs;
  const started: string[] = [];
  const ends = new Map<string, { finish(): Promise<void>; fail(): void }>();
  const runs = threadedWhatIfRuns((run): WhatIfRunning => {
    started.push(run.institution);
    const { promise, resolve, reject } = Promise.withResolvers<WhatIfRun>();
    const end = async (state: WhatIfRun["state"]) => {
      const ended = { ...run, state };
      await store.save(ended, []);
      resolve(ended);
    };
    const fail = () => reject(new Error("a fault for the test"));
    ends.set(run.id, { finish: () => end("finished"), fail });
    return { ended: promise, stop: (reason) => void end(reason) };
  }, store);
  const stateOf = async (run: WhatIfRun) => (await store.find(run))?.state;
  return { runs, started, ends, stateOf };
}

test("runs of several institutions take turns, in the order of their beginning", async () => {
  const { runs, started, ends } = openRuns();
  const [first, second] = [await runOf("A"), await runOf("B")];
  assert.equal(runs.start(first), "started");
  assert.equal(runs.start(second), "started");
  assert.deepEqual(started, ["A"]);
  assert.equal(runs.progress().get(second.id)?.state, "waiting");
  await ends.get(first.id)?.finish();
  await runs.cancel(first.id);
  assert.deepEqual(started, ["A", "B"]);
  await runs.close();
});

test("an institution has one run at a time, waiting or under way", async () => {
  const { runs } = openRuns();
  runs.start(await runOf("A"));
  assert.equal(runs.start(await runOf("A")), "busy");
  runs.start(await runOf("B"));
  assert.equal(runs.start(await runOf("B")), "busy");
  await runs.close();
});

test("who cancels sees the run stopped when the answer comes, waiting or under way", async () => {
  const { runs, stateOf, started } = openRuns();
  const [first, second] = [await runOf("A"), await runOf("B")];
  runs.start(first);
  runs.start(second);
  await runs.cancel(second.id);
  assert.equal(await stateOf(second), "cancelled");
  const cancelled = runs.cancel(first.id);
  assert.equal(runs.progress().get(first.id)?.state, "stopping", "others see that it will stop");
  await cancelled;
  assert.equal(await stateOf(first), "cancelled");
  assert.deepEqual([runs.progress().size, started], [0, ["A"]]);
  assert.equal(runs.start(first), "started", "it can go on");
  await runs.close();
});

test("a server that ends interrupts what goes on, and what waits stays as it is stored", async () => {
  const { runs, stateOf, started } = openRuns();
  const [first, second] = [await runOf("A"), await runOf("B")];
  runs.start(first);
  runs.start(second);
  await runs.close();
  assert.equal(await stateOf(first), "interrupted");
  assert.equal(await stateOf(second), "waiting");
  assert.deepEqual(started, ["A"]);
});

test("after a fault of ours the run is stored as failed, and the next one begins", async () => {
  const { runs, ends, stateOf, started } = openRuns();
  const [first, second] = [await runOf("A"), await runOf("B")];
  runs.start(first);
  runs.start(second);
  ends.get(first.id)?.fail();
  await runs.cancel(first.id);
  assert.equal(await stateOf(first), "failed");
  assert.deepEqual(started, ["A", "B"]);
  await runs.close();
});
