import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { type Database, openPool, poolDatabase } from "../database.ts";
import { type OrdinaryOwner, ordinaryOwnerOf } from "./ordinary-owner.fixture.ts";
import { asIdentity, postgresWorkspaces, type Workspaces } from "./workspace.ts";

const HERE = "CNCA-R-2026-901";
const ELSEWHERE = "CNCA-R-2026-902";
const AT = "2026-11-22T00:00:00.000Z";
const TABLES = ["accounts", "invitations", "memberships", "sign_ins", "sample_drafts"];

let testDatabase: TestDatabase;
let pool: ReturnType<typeof openPool>;
let ordinary: OrdinaryOwner;
let database: Database;
let workspaces: Workspaces;

before(async () => {
  testDatabase = await createTestDatabase();
  pool = openPool(testDatabase.url, 2);
  database = poolDatabase(pool);
  await database.query(`create table sample_drafts (institution text not null, id text not null,
    primary key (institution, id))`);
  await database.query(`select protect_workspace_table('sample_drafts')`);
  for (const institution of [HERE, ELSEWHERE]) await fill(institution);
  workspaces = await postgresWorkspaces(database);
  ordinary = await ordinaryOwnerOf(testDatabase, database);
});
after(async () => {
  await ordinary?.remove();
  await pool?.end();
  await testDatabase.drop();
});

async function fill(institution: string): Promise<void> {
  const n = institution.slice(-3);
  await database.query(
    `insert into accounts (account, sign_in_name, name, created_at) values ($1, $1, '样例', $2)`,
    [n, AT],
  );
  await database.query(
    `insert into memberships (institution, account, role, granted_at) values ($1, $2, 'read-only', $3)`,
    [institution, n, AT],
  );
  await database.query(
    `insert into invitations (institution, id, code_hash, roles, invited_at, expires_at)
     values ($1, $2, convert_to($1, 'UTF8'), '{}', $3, $3)`,
    [institution, n, AT],
  );
  await database.query(
    `insert into sign_ins (id, at, account, means, outcome, address, address_hash, user_agent)
     values ($1, $2, $1, 'link', 'accepted', '', '', '')`,
    [n, AT],
  );
  await database.query(`insert into sample_drafts values ($1, $2)`, [institution, n]);
}

/** Rows that a query sees that has no where clause at all. */
async function countAll(seen: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const columns = table === "accounts" ? "account" : "*";
    counts[table] = (await seen.query(`select ${columns} from ${table}`)).length;
  }
  return counts;
}

const each = (count: number) => Object.fromEntries(TABLES.map((table) => [table, count]));

test("a query that forgets its where clause sees the rows of its institution only", async () => {
  assert.deepEqual(await workspaces.within(HERE, countAll), each(1));
  const rows = await workspaces.within(ELSEWHERE, (inside) =>
    inside.query<{ institution: string }>("select institution from memberships"),
  );
  assert.deepEqual(rows, [{ institution: ELSEWHERE }]);
});

test("under another institution's setting, or none, nothing is seen", async () => {
  assert.deepEqual(await workspaces.within("CNCA-R-2026-903", countAll), each(0));
  const counts = await database.transaction(async (inside) => {
    await inside.query("set local role suzheng_workspace");
    return await countAll(inside);
  });
  assert.deepEqual(counts, each(0));
});

test("the setting and the role end with the transaction", async () => {
  await workspaces.within(HERE, countAll);
  const [row] = await database.query(
    `select current_user = 'suzheng_workspace' as role,
       coalesce(current_setting('suzheng.acting_for', true), '') as setting`,
  );
  assert.deepEqual(row, { role: false, setting: "" });
});

test("rows cannot be written for, or moved to, another institution", async () => {
  const violation = { code: "42501" };
  await assert.rejects(
    workspaces.within(HERE, (inside) =>
      inside.query(`insert into sample_drafts values ('${ELSEWHERE}', 'x')`),
    ),
    violation,
  );
  await assert.rejects(
    workspaces.within(HERE, (inside) =>
      inside.query(`update memberships set institution = '${ELSEWHERE}'`),
    ),
    violation,
  );
  const changed = await workspaces.within(HERE, (inside) =>
    inside.query(
      `update sample_drafts set id = 'y' where institution = '${ELSEWHERE}' returning id`,
    ),
  );
  assert.deepEqual(changed, []);
});

test("the workspace never reads secrets of accounts", async () => {
  const secrets = [
    "select password from accounts",
    "select * from sessions",
    "select * from passkeys",
    "select * from recovery_codes",
    "select * from ceremonies",
    "select * from sign_in_links",
  ];
  for (const sql of secrets) {
    await assert.rejects(
      workspaces.within(HERE, (inside) => inside.query(sql)),
      { code: "42501" },
      sql,
    );
  }
});

test("what signs people in sees every membership, and no draft of a workspace", async () => {
  const counts = await asIdentity(ordinary.database, countAll);
  assert.deepEqual(counts, { ...each(2), sample_drafts: 0 });
});

test("an ordinary owner without the role is bound by the same policies", async () => {
  assert.deepEqual(await countAll(ordinary.database), each(0));
  const bound = await postgresWorkspaces(ordinary.database);
  assert.deepEqual(await bound.within(HERE, countAll), each(1));
});
