import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileLogKeys } from "../keys/file-log-keys.ts";
import { postgresPublicationStore } from "../postgres/ledger/publication-store.ts";
import { lastSignedFile } from "../storage/last-signed-file.ts";
import { planAct } from "../testing/sample-acts.ts";
import { seenCheckpoints } from "../testing/seen-checkpoints.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  ORIGIN,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import { createPublisher, type PublisherParts } from "./publisher.ts";

const OTHER = "CNCA-R-2026-902";

let platform: TestPlatform;
let acts = 0;
const seen = seenCheckpoints();

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
  await connectBody(platform, OTHER);
});
after(() => platform.remove());

function partsOf(): PublisherParts {
  const { logs, database, pool, tiles, now, dataFolder } = platform;
  return {
    logs,
    publications: postgresPublicationStore(database, pool),
    tiles: seen.watched(tiles),
    keys: fileLogKeys(join(dataFolder, "keys")),
    lastSigned: lastSignedFile(join(dataFolder, "last-signed.json")),
    witnesses: { cosign: async () => [] },
    origin: ORIGIN,
    now,
    alarm: (message) => platform.alarms.push(message),
  };
}

async function record(count: number): Promise<void> {
  for (const institution of [BODY, OTHER]) {
    const some = Array.from({ length: count }, () => planAct(acts++, { institution }));
    const request = { institution, submitter: "test", requestId: `request ${acts}`, acts: some };
    assert.ok((await platform.ledger.append(request)).ok);
  }
}

class Crash extends Error {}

/** Parts whose n-th effect is not done, or is done and then the process stops. */
function crashing(
  n: number,
  moment: "before" | "after",
): { parts: PublisherParts; count(): number } {
  const parts = partsOf();
  let count = 0;
  const effect =
    <Values extends unknown[], Result>(work: (...values: Values) => Promise<Result>) =>
    async (...values: Values) => {
      count += 1;
      if (count === n && moment === "before") throw new Crash();
      if (count > n) throw new Crash("nothing happens after a crash");
      const result = await work(...values);
      if (count === n) throw new Crash();
      return result;
    };
  const { tiles, lastSigned, publications, logs } = parts;
  return {
    count: () => count,
    parts: {
      ...parts,
      tiles: { ...tiles, create: effect(tiles.create), replace: effect(tiles.replace) },
      lastSigned: { ...lastSigned, write: effect(lastSigned.write) },
      publications: {
        ...publications,
        record: effect(publications.record),
        saveCheckpoint: effect(publications.saveCheckpoint),
      },
      logs: { ...logs, freeze: effect(logs.freeze) },
    },
  };
}

test("a crash around any effect of publishing is made good by publishing again", async () => {
  let rounds = 0;
  for (let n = 1, isMore = true; isMore; n++) {
    for (const moment of ["before", "after"] as const) {
      // An odd number, so that tiles and bundles are met at every fill.
      await record(n % 3 === 0 ? 41 : 7);
      const { parts, count } = crashing(n, moment);
      const stopped = createPublisher(parts).publish();
      isMore = await stopped.then(
        () => false,
        (fault) => {
          assert.ok(fault instanceof Crash, String(fault));
          return true;
        },
      );
      rounds += 1;
      assert.ok(!isMore || count() === n);
      assert.equal(await createPublisher(partsOf()).publish(), true);
      assert.deepEqual(await damagesOf(platform), [], `after a crash ${moment} effect ${n}`);
    }
  }
  assert.ok(rounds > 20, `${rounds} rounds`);
  assert.ok(seen.count() > 60);
  await seen.assertNoneContradicted(platform.tiles);
  assert.deepEqual(platform.alarms, []);
});

test("a crash leaves what was published before readable and sound", async () => {
  await createPublisher(partsOf()).publish();
  for (const n of [1, 3, 5, 7, 9, 11]) {
    await record(3);
    await assert.rejects(createPublisher(crashing(n, "after").parts).publish(), Crash);
    assert.deepEqual(await damagesOf(platform), [], `after effect ${n}`);
  }
  await createPublisher(partsOf()).publish();
});

test("two publishers at once: one does the work, nothing is signed twice differently", async () => {
  const other = await platform.another();
  for (let round = 0; round < 10; round++) {
    await record(5);
    const answers = await Promise.all([
      createPublisher(partsOf()).publish(),
      other.publisher.publish(),
      createPublisher(partsOf()).publish(),
    ]);
    assert.ok(answers.includes(true));
  }
  assert.equal(await createPublisher(partsOf()).publish(), true);
  assert.deepEqual(await damagesOf(platform), []);
  await seen.assertNoneContradicted(platform.tiles);
});

test("publishing while many write notes only what is whole", async () => {
  let isWriting = true;
  const writing = (async () => {
    for (let i = 0; i < 40; i++) await record(11);
    isWriting = false;
  })();
  while (isWriting) {
    await createPublisher(partsOf()).publish();
    assert.deepEqual(await damagesOf(platform), []);
  }
  await writing;
  await createPublisher(partsOf()).publish();
  assert.deepEqual(await damagesOf(platform), []);
  await seen.assertNoneContradicted(platform.tiles);
});

test("silence is told from staleness: a directory without changes is noted again after a minute", async () => {
  const parts = partsOf();
  await createPublisher(parts).publish();
  const before = (await parts.publications.checkpoint())?.size ?? 0;
  await createPublisher(parts).publish();
  assert.equal((await parts.publications.checkpoint())?.size, before);
  const later = new Date(Date.parse(parts.now()) + 61_000).toISOString();
  await createPublisher({ ...parts, now: () => later }).publish();
  assert.equal((await parts.publications.checkpoint())?.size, before + 1);
});

test("a log whose stored leaf hash was changed is frozen, not signed; the others go on", async () => {
  await record(5);
  const { database } = platform;
  await database.query(
    `update entries set leaf_hash = set_byte(leaf_hash, 0, get_byte(leaf_hash, 0) # 1)
     where institution = $1 and index = (select max(index) from entries where institution = $1)`,
    [OTHER],
  );
  await createPublisher(partsOf()).publish();
  const frozen = await database.query<{ institution: string; frozen_because: string }>(
    "select institution, frozen_because from logs where frozen_because is not null",
  );
  assert.deepEqual(
    frozen.map(({ institution }) => institution),
    [OTHER],
  );
  assert.match(frozen[0]?.frozen_because ?? "", /does not hash to its leaf hash/);
  assert.equal(platform.alarms.filter((message) => message.includes("is frozen")).length, 1);
  const request = { institution: OTHER, submitter: "test", requestId: "frozen" };
  const refused = await platform.ledger.append({
    ...request,
    acts: [planAct(acts++, { institution: OTHER })],
  });
  assert.deepEqual([refused.ok, !refused.ok && refused.code], [false, "log-frozen"]);
  const damages = await damagesOf(platform);
  assert.match(damages[0] ?? "", /^entry-text|^leaf-hash/);
  const sizes = await database.query<{ institution: string; behind: number }>(
    `select institution, l.size - p.size as behind from logs l join published p using (institution)
     where institution <> 'directory' order by institution`,
  );
  assert.deepEqual(
    sizes.map(({ behind }) => behind),
    [0, 5],
  );
});
