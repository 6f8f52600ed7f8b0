import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { StoredTolling } from "../../application/obligations/tolling-store.ts";
import type { WhatIfRun } from "../../application/what-if/what-if-job.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { type Database, openPool, poolDatabase } from "../database.ts";
import { postgresCalendarFeedStore } from "../obligations/calendar-feed-store.ts";
import { postgresObligationStore } from "../obligations/obligation-store.ts";
import { postgresTollingStore } from "../obligations/tolling-store.ts";
import { postgresWhatIfRunStore } from "../what-if/what-if-run-store.ts";
import { type OrdinaryOwner, ordinaryOwnerOf } from "./ordinary-owner.fixture.ts";
import { acrossInstitutions, postgresWorkspaces, type Workspaces } from "./workspace.ts";

const HERE = "CNCA-R-2026-901";
const ELSEWHERE = "CNCA-R-2026-902";
const AT = "2026-11-22T00:00:00.000Z";

/** Rows that people of an institution work with; what anybody may look up is in no such table. */
const PROTECTED = [
  "account_acts",
  "calendar_feeds",
  "import_runs",
  "inbox_items",
  "inbox_reads",
  "invitations",
  "memberships",
  "obligations",
  "pauses",
  "rule_draft_revisions",
  "rule_drafts",
  "rule_files",
  "tolling_requests",
  "what_if_cases",
  "what_if_runs",
];

let testDatabase: TestDatabase;
let pool: ReturnType<typeof openPool>;
let database: Database;
let workspaces: Workspaces;
let ordinary: OrdinaryOwner;

before(async () => {
  testDatabase = await createTestDatabase();
  pool = openPool(testDatabase.url, 2);
  database = poolDatabase(pool);
  for (const table of PROTECTED) for (const one of [HERE, ELSEWHERE]) await fill(table, one);
  workspaces = await postgresWorkspaces(database);
  ordinary = await ordinaryOwnerOf(testDatabase, database);
});
after(async () => {
  await ordinary?.remove();
  await pool?.end();
  await testDatabase?.drop();
});

const SAMPLE: Record<string, string> = {
  jsonb: `'{}'`,
  date: `'2026-11-22'`,
  "timestamp with time zone": `'${AT}'`,
  integer: "1",
  bigint: "1",
  boolean: "false",
  ARRAY: `'{}'`,
};

/** One row, the same for every institution but for what names it. */
async function fill(table: string, institution: string): Promise<void> {
  const columns = await database.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_name = $1 and table_schema = current_schema() and is_nullable = 'NO'`,
    [table],
  );
  const values = columns.map(({ name, type }) => {
    if (name === "institution") return `'${institution}'`;
    if (type === "bytea") return `convert_to('${institution}', 'UTF8')`;
    return SAMPLE[type] ?? `'x'`;
  });
  const names = columns.map(({ name }) => name);
  await database.query(`insert into ${table} (${names}) values (${values})`);
}

test("each table of a workspace is protected, and no other of an institution", async () => {
  const rows = await database.query<{ name: string }>(
    `select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
       and a.attname = 'institution' and c.relrowsecurity and c.relforcerowsecurity order by 1`,
  );
  assert.deepEqual(
    rows.map(({ name }) => name),
    PROTECTED,
  );
});

for (const table of PROTECTED) {
  test(`a query of ${table} without a where clause sees its own institution's rows`, async () => {
    const bound = await postgresWorkspaces(ordinary.database);
    for (const { within } of [workspaces, bound]) {
      const rows = await within(HERE, (inside) =>
        inside.query<{ institution: string }>(`select institution from ${table}`),
      );
      assert.deepEqual(rows, [{ institution: HERE }]);
      await assert.rejects(
        within(HERE, (inside) => inside.query(`update ${table} set institution = '${ELSEWHERE}'`)),
        { code: "42501" },
      );
    }
    const unbound = await ordinary.database.query(`select institution from ${table}`);
    assert.deepEqual(unbound, [], "without an institution nothing is seen");
  });
}

test("what spans institutions sees what it is for, and no draft", async () => {
  const counts: Record<string, number> = {};
  await acrossInstitutions(ordinary.database, async (inside) => {
    for (const table of PROTECTED) {
      counts[table] = (await inside.query(`select institution from ${table}`)).length;
    }
  });
  const seen = Object.keys(counts).filter((table) => counts[table] === 2);
  const spanning = ["import_runs", "inbox_items", "obligations", "pauses", "tolling_requests"];
  assert.deepEqual(seen, spanning);
});

test("the stores work for a server that is bound by the policies itself", async () => {
  const bound = await postgresWorkspaces(ordinary.database);
  const feeds = postgresCalendarFeedStore(ordinary.database, bound);
  const feed = { institution: HERE, id: "f", account: "a", language: "zh", madeAt: AT } as const;
  await feeds.add(feed, Buffer.from("secret"));
  assert.deepEqual(await feeds.bySecret(Buffer.from("secret")), feed);
  assert.deepEqual(await feeds.list(ELSEWHERE, "a"), []);
  assert.equal(await feeds.revoke({ institution: ELSEWHERE, account: "a", id: "f" }, AT), false);

  const runs = postgresWhatIfRunStore(bound);
  // The fields that the store reads; a whole run would only be longer.
  const run = { institution: HERE, id: "r", startedAt: AT } as WhatIfRun;
  await runs.save(run, []);
  assert.deepEqual(await runs.find(run), run);
  assert.equal(await runs.find({ ...run, institution: ELSEWHERE }), null);
  await runs.keepNewest(HERE, 0);
  assert.equal(await runs.find(run), null);

  const tolling = postgresTollingStore(ordinary.database, bound);
  const decision = { decidedBy: null, decidedAt: null, refusedBecause: null };
  const asked = { requirements: ["all"] } as unknown as StoredTolling["asked"];
  const who = { requestedBy: "a", requestedAt: AT, state: "requested" } as const;
  await tolling.add({ institution: HERE, id: "t", asked, ...who, ...decision });
  assert.equal((await tolling.list(null)).length, 3, "a reviewer sees those of all");
  assert.equal((await tolling.list(ELSEWHERE)).length, 1);
  const pause = { from: "2026-11-01" } as Parameters<typeof tolling.hold>[2];
  await tolling.hold([HERE, ELSEWHERE], "p", pause);
  const pauses = await postgresObligationStore(ordinary.database).pauses([HERE, ELSEWHERE]);
  assert.deepEqual([pauses.get(HERE)?.length, pauses.get(ELSEWHERE)?.length], [2, 2]);
});
