import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { openPool, poolDatabase } from "./database.ts";
import { postgresTokens } from "./tokens.ts";

const BODY = "CNCA-R-2026-901";

let testDatabase: TestDatabase;
let pool: ReturnType<typeof openPool>;

before(async () => {
  testDatabase = await createTestDatabase();
  pool = openPool(testDatabase.url, 2);
});
after(async () => {
  await pool.end();
  await testDatabase.drop();
});

test("a token works until it is revoked, which is said once", async () => {
  const tokens = postgresTokens(poolDatabase(pool));
  const token = await tokens.create(BODY);
  const owner = await tokens.ownerOf(token);
  assert.equal(owner?.institution, BODY);
  assert.equal(
    await tokens.ownerOf(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`),
    null,
  );
  assert.equal(await tokens.revoke("CNCA-R-2026-902", owner.id), false);
  assert.equal(await tokens.revoke(BODY, owner.id), true);
  assert.equal(await tokens.ownerOf(token), null);
  assert.equal(await tokens.revoke(BODY, owner.id), false);
});
