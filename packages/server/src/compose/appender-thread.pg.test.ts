import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { planAct } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import { startAppenderThread } from "./appender-thread.ts";

let platform: TestPlatform;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
});
after(() => platform.remove());

const requestOf = (project: number, expectedVersion: number) => ({
  institution: BODY,
  submitter: "test",
  requestId: null,
  acts: [planAct(project, { expectedVersion })],
});

test("another thread records acts in the order in which they are handed in", async () => {
  const thread = startAppenderThread(platform.testDatabase.url);
  const outcomes = await Promise.all(
    [0, 1, 2].map((version) => thread.append(requestOf(1, version))),
  );
  assert.deepEqual(outcomes, [{ ok: true }, { ok: true }, { ok: true }]);
  const refused = await thread.append(requestOf(1, 0));
  assert.equal(!refused.ok && refused.code, "stream-moved-on");
  await thread.end();
  const { stream } = planAct(1);
  assert.equal((await platform.store.states(BODY, [stream])).get(stream)?.version, 3);
  await platform.publisher.publish();
  assert.deepEqual(await damagesOf(platform), []);
});

test("a database that is gone is a fault of the request, not of the process", async () => {
  const thread = startAppenderThread("postgresql://nobody@127.0.0.1:1/none");
  await assert.rejects(thread.append(requestOf(2, 0)), /ECONNREFUSED/);
  await thread.end();
});

test("what is handed in while the thread ends is told, not left waiting", async () => {
  const thread = startAppenderThread(platform.testDatabase.url);
  const ended = thread.end();
  const late = thread.append(requestOf(3, 0));
  await assert.rejects(late);
  await ended;
});
