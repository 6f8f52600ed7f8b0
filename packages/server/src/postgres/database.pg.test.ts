import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { type Database, openPool, poolDatabase } from "./database.ts";

let testDatabase: TestDatabase;
let pool: ReturnType<typeof openPool>;
let database: Database;

before(async () => {
  testDatabase = await createTestDatabase();
  pool = openPool(testDatabase.url, 2);
  database = poolDatabase(pool);
  await database.query("create table notes (text text primary key)");
});
after(async () => {
  await pool.end();
  await testDatabase.drop();
});

test("a statement that comes after its transaction has failed is not run", async () => {
  let kept: Database | undefined;
  const failing = database.transaction(async (inside) => {
    kept = inside;
    await inside.query("select 1 / 0");
  });
  await assert.rejects(failing, /division by zero/);
  await assert.rejects(
    async () => kept?.query("insert into notes values ('late')"),
    /after the end/,
  );
  assert.deepEqual(await database.query("select text from notes"), []);
});

test("what the database says of a fault names no value that was to be written", async () => {
  const name = "张样例";
  await database.query("insert into notes values ($1)", [name]);
  const repeated = database.query("insert into notes values ($1)", [name]);
  const told = await repeated.catch((fault: Error) => fault);
  assert.ok(told instanceof Error && "code" in told && told.code === "23505");
  assert.ok(!Object.values(told).join().includes(name) && !told.stack?.includes(name));
  const unreadable = database.query(
    "select * from json_to_recordset($1::json) as k(name text, count int)",
    [JSON.stringify([{ name, count: "1 ".repeat(2) }])],
  );
  const context = await unreadable.catch((fault: object) => Object.values(fault).join());
  assert.ok(!String(context).includes(name));
});
