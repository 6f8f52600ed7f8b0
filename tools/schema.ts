import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { openPool, poolDatabase } from "../packages/server/src/postgres/database.ts";
import { dumpSchema } from "../packages/server/src/postgres/schema-dump.ts";
import { createTestDatabase } from "../packages/server/src/testing/test-database.ts";
import { withPostgres } from "./steps/throwaway-postgres.ts";

const FILE = resolve(import.meta.dirname, "../packages/server/src/postgres/schema.sql");

/** Writes down what the migrations lead to, so that a review sees what a migration does. */
await withPostgres(async (url) => {
  process.env.DATABASE_URL = url;
  const database = await createTestDatabase();
  const pool = openPool(database.url, 1);
  writeFileSync(FILE, await dumpSchema(poolDatabase(pool)));
  await pool.end();
  await database.drop();
});
console.log(FILE);
