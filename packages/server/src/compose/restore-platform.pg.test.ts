import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { planAct, reportRows, sampleRows, suspendedCells } from "../testing/sample-acts.ts";
import {
  createTestDatabase,
  type TestDatabase,
  temporaryFolder,
} from "../testing/test-database.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import type { Platform } from "./platform.ts";
import { type RestoreOptions, restorePlatform } from "./restore-platform.ts";
import { pauseDeadlines, publishRules } from "./rules-and-pauses.fixture.ts";

const OTHER_BODY = "CNCA-R-2026-902";
const PLANS = 600;

let newest: TestPlatform;
/** From before most of it. */
let backup: TestDatabase;
/** Rows of every table that acts tell, as they were when all was lost. */
let lost: Record<string, unknown[]>;
/** The data folder of that moment. */
let kept: ReturnType<typeof temporaryFolder>;
const databases: TestDatabase[] = [];

before(async () => {
  newest = await openTestPlatform();
  await connectBody(newest);
  await reportRows(newest, sampleRows(1));
  await newest.publisher.publish();
  await newest.close();
  backup = await newest.testDatabase.copy();
  const platform = await newest.another();
  await connectBody(platform, OTHER_BODY);
  await publishRules(platform);
  await pauseDeadlines(platform);
  await reportRows(platform, sampleRows(2));
  const [, reported] = sampleRows(1);
  const suspended = { ...reported?.cells, ...suspendedCells("2026-06-01", "2026-08-01") };
  await reportRows(platform, [{ table: "103010", cells: suspended }]);
  await platform.publisher.publish();
  const acts = Array.from({ length: PLANS }, (_, n) => planAct(n));
  await platform.ledger.append({
    institution: BODY,
    submitter: "test",
    requestId: "plans",
    acts,
  });
  await platform.publisher.publish();
  lost = await toldRows(platform);
  await platform.close();
  kept = temporaryFolder();
  cpSync(newest.dataFolder, kept.path, { recursive: true });
});
after(async () => {
  for (const database of databases) await database.drop();
  kept.remove();
  await backup.drop();
  await newest.remove();
});

/** What is no memory of personal data and no time of this machine. */
const TABLES: Readonly<Record<string, string>> = {
  logs: "select institution, size, frontier, frozen_because, recorded_at from logs",
  entries: "select * from entries",
  published: "select institution, size, root, map_root, frontier from published",
  map_tiles: "select * from map_tiles",
  directory_checkpoint: "select size, note from directory_checkpoint",
  stream_states: "select institution, stream, version from stream_states",
  certificates: "select * from certificates",
  certificate_numbers: "select * from certificate_numbers",
  institutions: "select * from institutions",
  rules: "select * from rules",
  rule_versions: "select * from rule_versions",
  rule_search_versions: "select rule, version, state, title_zh from rule_search_versions",
  pauses: "select * from pauses",
};

async function toldRows({ database }: Platform): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const [table, sql] of Object.entries(TABLES)) {
    const found = await database.query<{ row: string }>(
      `select to_jsonb(t)::text as row from (${sql}) t order by 1`,
    );
    rows[table] = found.map(({ row }) => row);
  }
  return rows;
}

type Trial = { platform: Platform; folder: string; close(): Promise<void> };

/** An old or an empty database over a copy of the data folder. */
async function over(database: TestDatabase): Promise<Trial> {
  databases.push(database);
  const folder = temporaryFolder();
  cpSync(kept.path, folder.path, { recursive: true });
  const platform = await newest.another({ databaseUrl: database.url, dataFolder: folder.path });
  const close = async () => {
    await platform.close();
    folder.remove();
  };
  return { platform, folder: folder.path, close };
}

const OPTIONS: RestoreOptions = { folder: null, dryRun: false, onProgress: () => {} };

const restored = async (platform: Platform, options: Partial<RestoreOptions> = {}) => {
  const outcome = await restorePlatform(platform, { ...OPTIONS, ...options });
  assert.equal(outcome.outcome, "restored", JSON.stringify(outcome));
  return outcome.outcome === "restored" ? outcome.logs : [];
};

async function assertWhole(platform: Platform): Promise<void> {
  const rows = await toldRows(platform);
  for (const table of Object.keys(TABLES)) assert.deepEqual(rows[table], lost[table], table);
  assert.deepEqual(await damagesOf(platform), []);
}

test("an old backup is brought to what was signed, row for row, and goes on from there", async () => {
  const { platform, close } = await over(await backup.copy());
  const logs = await restored(platform);
  assert.deepEqual(
    logs.map(({ log }) => log),
    [BODY, OTHER_BODY, "directory"],
  );
  await assertWhole(platform);
  assert.deepEqual(await restored(platform), [], "nothing is missing any more");
  const outcomes = await reportRows(platform, sampleRows(3));
  assert.ok(
    outcomes.every(({ outcome }) => outcome === "recorded"),
    JSON.stringify(outcomes),
  );
  await platform.publisher.publish();
  assert.deepEqual(await damagesOf(platform), []);
  await close();
});

test("an empty database is filled with all that was ever published", async () => {
  const { platform, close } = await over(await createTestDatabase());
  const logs = await restored(platform);
  assert.deepEqual(
    logs.map(({ from }) => from),
    [0, 0, 0],
  );
  await assertWhole(platform);
  await close();
});

test("a dry run tells the same and writes nothing", async () => {
  const { platform, close } = await over(await backup.copy());
  const before = await toldRows(platform);
  const logs = await restored(platform, { dryRun: true });
  assert.deepEqual(
    logs.map(({ log, size }) => `${log} ${size}`),
    [`${BODY} 614`, `${OTHER_BODY} 2`, "directory 3"],
  );
  assert.deepEqual(await toldRows(platform), before);
  await close();
});

test("a restoration that was broken off goes on where it was", async () => {
  const { platform, close } = await over(await backup.copy());
  const breakOff: RestoreOptions["onProgress"] = ({ log }) => {
    if (log === OTHER_BODY) throw new Error("the power fails");
  };
  await assert.rejects(restored(platform, { onProgress: breakOff }), /the power fails/);
  assert.ok((await damagesOf(platform)).length > 0, "half of it is not taken for whole");
  await restored(platform);
  await assertWhole(platform);
  await close();
});

const bundle = (folder: string, file: string) =>
  join(folder, "public", "log", BODY, "tile", "entries", ...file.split("/"));

type Refusal = { name: string; code: string; damage(folder: string): void };

const refusals: Refusal[] = [
  {
    name: "a bundle in which one byte was changed",
    code: "published-differs",
    damage(folder) {
      const path = bundle(folder, "001");
      const bytes = readFileSync(path);
      bytes[40] = (bytes[40] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
  },
  {
    name: "a bundle that is not there",
    code: "published-missing",
    damage: (folder) => rmSync(bundle(folder, "001")),
  },
  {
    name: "a checkpoint that another key has signed",
    code: "checkpoint-not-ours",
    damage(folder) {
      const path = join(folder, "public", "log", BODY, "checkpoint");
      const note = readFileSync(path, "utf8");
      writeFileSync(path, note.replace("\n614\n", "\n615\n"));
    },
  },
];

for (const { name, code, damage } of refusals) {
  test(`nothing is restored by ${name}`, async () => {
    const { platform, folder, close } = await over(await backup.copy());
    const before = await toldRows(platform);
    damage(folder);
    const outcome = await restorePlatform(platform, OPTIONS);
    assert.equal(outcome.outcome === "refused" && outcome.code, code);
    assert.deepEqual(await toldRows(platform), before);
    await close();
  });
}

test("nothing is restored over acts that were never signed", async () => {
  const { platform, close } = await over(await backup.copy());
  await platform.database.query("update logs set frozen_because = null");
  const request = { institution: BODY, submitter: "test", requestId: "since" };
  await platform.ledger.append({ ...request, acts: [planAct(9000)] });
  const before = await toldRows(platform);
  const outcome = await restorePlatform(platform, OPTIONS);
  assert.equal(outcome.outcome === "refused" && outcome.code, "published-differs");
  assert.deepEqual(await toldRows(platform), before);
  await close();
});

test("a folder that is no copy of published files restores nothing and says so", async () => {
  const { platform, folder, close } = await over(await backup.copy());
  const outcome = await restorePlatform(platform, { ...OPTIONS, folder: join(folder, "keys") });
  assert.equal(outcome.outcome === "refused" && outcome.code, "published-missing");
  await close();
});

const lastSigned = (folder: string): unknown =>
  JSON.parse(readFileSync(join(folder, "last-signed.json"), "utf8"));

test("with a mirror's copy also what this machine no longer knows that it has signed", async () => {
  const { platform, folder, close } = await over(await backup.copy());
  const mirror = temporaryFolder();
  cpSync(join(folder, "public", "log"), join(mirror.path, "log"), { recursive: true });
  rmSync(join(folder, "public"), { recursive: true });
  rmSync(join(folder, "last-signed.json"));
  await restored(platform, { folder: mirror.path });
  await assertWhole(platform);
  assert.deepEqual(lastSigned(folder), lastSigned(kept.path), "guarded from now on");
  mirror.remove();
  await close();
});
