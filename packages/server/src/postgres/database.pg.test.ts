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

test("statements of one turn are answered each with its rows, in their order", async () => {
  const [first, , second, texts] = await database.transaction((inside) =>
    Promise.all([
      inside.query("select 1 as one"),
      inside.query("insert into notes values ($1)", ["first"]),
      inside.query("select 2 as two"),
      inside.query("select text from notes where text = 'first'"),
    ]),
  );
  assert.deepEqual([first, second, texts], [[{ one: 1 }], [{ two: 2 }], [{ text: "first" }]]);
});

const BEHIND = "insert into notes values ('behind the fault')";
const CIRCULAR: { self?: unknown } = {};
CIRCULAR.self = CIRCULAR;

test("behind a statement that fails none of its turn runs; the connection serves on", async () => {
  const failing = database.transaction(async (inside) => {
    const before = inside.query("insert into notes values ('before the fault')");
    await Promise.all([before, inside.query("select 1 / $1::int", [0]), inside.query(BEHIND)]);
  });
  await assert.rejects(failing, /division by zero/);
  assert.deepEqual(await database.query("select text from notes where text like '%fault'"), []);
  await database.transaction((inside) => inside.query(BEHIND));
  await database.query("delete from notes where text = 'behind the fault'");
});

test("behind a statement that cannot be sent none of its turn runs", async () => {
  const [fault, behind] = await database.transaction((inside) =>
    Promise.allSettled([inside.query("select $1::json", [CIRCULAR]), inside.query(BEHIND)]),
  );
  assert.match(String(fault?.status === "rejected" && fault.reason), /circular/);
  assert.equal(behind?.status, "rejected");
  assert.deepEqual(await database.query("select text from notes where text like '%fault'"), []);
});

test("a transaction that the server undid does not pass for one that it kept", async () => {
  const work = database.transaction(async (inside) => {
    await inside.query("insert into notes values ('undone')");
    await inside.query("select 1 / 0").catch(() => {});
  });
  await assert.rejects(work, /was rolled back/);
});

test("a statement that was not sent yet when its transaction failed records nothing", async () => {
  const failing = database.transaction(async (inside) => {
    await inside.query("select 1 / 0").catch((fault: unknown) => {
      inside.query("insert into notes values ('unsent')").catch(() => {});
      throw fault;
    });
  });
  await assert.rejects(failing, /division by zero/);
  assert.deepEqual(await database.query("select text from notes where text = 'unsent'"), []);
});

test("statements under way when their connection breaks fail, and later ones are served", async () => {
  const broken = database.transaction((inside) =>
    Promise.all([
      inside.query("select pg_terminate_backend(pg_backend_pid())"),
      inside.query("select 1"),
    ]),
  );
  await assert.rejects(broken);
  assert.deepEqual(await database.query("select 3 as three"), [{ three: 3 }]);
});
