import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openTestPlatform, type TestPlatform } from "../testing/test-platform.ts";
import { migrate } from "./migrate.ts";
import { dumpSchema } from "./schema-dump.ts";

let platform: TestPlatform;
before(async () => {
  platform = await openTestPlatform();
});
after(() => platform.remove());

test("the committed schema is that of the migrations; else run `node tools/schema.ts`", async () => {
  const committed = readFileSync(join(import.meta.dirname, "schema.sql"), "utf8");
  assert.equal(await dumpSchema(platform.database), committed);
});

test("the schema has no kind of thing that its dump leaves out", async () => {
  const rows = await platform.database.query(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind not in ('r', 'i')
     union all select tgname from pg_trigger where not tgisinternal
     union all select typname from pg_type
     where typnamespace = current_schema()::regnamespace and typtype in ('e', 'd', 'r')`,
  );
  assert.deepEqual(rows, []);
});

test("a migrated database is not migrated again", async () => {
  assert.deepEqual(await migrate(platform.database), []);
});

test("every table of an institution has the institution first in its primary key", async () => {
  const rows = await platform.database.query<{ table_name: string; first: string }>(
    `select c.relname as table_name, a.attname as first
     from pg_index i join pg_class c on c.oid = i.indrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where i.indisprimary and c.relnamespace = current_schema()::regnamespace order by 1`,
  );
  const others = rows.filter(({ first }) => first !== "institution").map((row) => row.table_name);
  // Accounts and what hangs on them belong to persons, who may work at several institutions.
  const persons = [
    "accounts",
    "ceremonies",
    "passkeys",
    "recovery_codes",
    "sessions",
    "sign_in_links",
    "sign_ins",
  ];
  // Two institutions that report one number meet in the second of these.
  const shared = ["directory_checkpoint", "certificate_numbers", "institutions", "migrations"];
  // Made again from packs and registry at any time, for questions over all institutions.
  const search = ["rule_search_clauses", "rule_search_versions", "rule_search_wordings"];
  const ours = [...shared, ...persons, ...search];
  assert.deepEqual(others, ours.sort());
});
