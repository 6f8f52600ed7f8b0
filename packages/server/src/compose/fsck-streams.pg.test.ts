import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FsckSnapshot } from "../application/fsck.ts";
import { checkStreams } from "../ledger/fsck/streams/check-streams.ts";
import { openCopyPool } from "../postgres/fsck/fsck-socket.ts";
import { postgresFsckStore } from "../postgres/fsck/fsck-store.ts";
import { reportRows, sampleRows } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import { startStreamsThread } from "./fsck-streams.ts";

let platform: TestPlatform;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
  await reportRows(platform, Array.from({ length: 30 }, (_, n) => sampleRows(n)).flat());
  await platform.publisher.publish();
});
after(() => platform.remove());

const jobsOf = async (snapshot: FsckSnapshot) => {
  const ranges = await snapshot.streamRanges(BODY, 10);
  const { moment } = snapshot;
  return ranges.map((range) => ({ moment, log: BODY, range, publishedSize: 50, damagesMax: 5 }));
};

test("another thread finds in each range of streams what this one finds, damage too", async () => {
  await platform.database.query(
    "update stream_states set version = version + 1 where stream like 'certificate/%5R0S'",
  );
  const { url } = platform.testDatabase;
  const thread = startStreamsThread(url);
  const pool = openCopyPool(url, 1);
  await postgresFsckStore(pool).at(async (snapshot) => {
    const jobs = await jobsOf(snapshot);
    const there = await Promise.all(jobs.map(thread.check));
    let damages = 0;
    for (const [i, job] of jobs.entries()) {
      const { pairs, ...here } = await checkStreams(snapshot, job);
      const { pairs: found, ...rest } = there[i] ?? assert.fail("no verdict");
      assert.deepEqual(rest, here);
      assert.deepEqual(found.bytes, pairs.bytes);
      damages += here.damages.count;
    }
    assert.ok(jobs.length > 3, `${jobs.length} ranges`);
    assert.equal(damages, 3);
  });
  await pool.end();
  await thread.end();
});
