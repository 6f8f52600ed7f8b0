import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { openPlatform } from "../compose/platform.ts";

const MIGRATIONS = resolve(import.meta.dirname, "../postgres/migrations");
/** Any fixed number: one test process makes the template, the others wait. */
const TEMPLATE_LOCK = 7_305_299;

export type TestDatabase = {
  url: string;
  name: string;
  /** A copy as it is now; nobody may be connected meanwhile. */
  copy(): Promise<TestDatabase>;
  drop(): Promise<void>;
};

function serverUrl(): string {
  const url = process.env.DATABASE_URL ?? "";
  if (url === "") throw new Error("DATABASE_URL is missing: `node tools/test.ts <file>` gives one");
  return url;
}

/** The server's address with another database. */
function urlOf(database: string): string {
  const given = serverUrl();
  const url = new URL(given.replace("@/", "@placeholder/"));
  url.pathname = `/${database}`;
  return url.href.replace("@placeholder/", "@/");
}

async function asAdministrator<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A temporary folder, to be removed by who asked for it. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "suzheng-test-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function templateName(): string {
  const digest = createHash("sha256");
  for (const name of readdirSync(MIGRATIONS).sort()) {
    digest.update(readFileSync(join(MIGRATIONS, name)));
  }
  return `suzheng_template_${digest.digest("hex").slice(0, 12)}`;
}

async function ensureTemplate(client: pg.Client): Promise<string> {
  const name = templateName();
  await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await makeTemplate(client, name);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
  return name;
}

/**
 * Under another name until it is whole, so that a broken-off attempt is not taken for a template.
 */
async function makeTemplate(client: pg.Client, name: string): Promise<void> {
  const making = `${name}_making`;
  await client.query(`drop database if exists ${making}`);
  await client.query(`create database ${making} template template0 encoding 'UTF8'`);
  const folder = temporaryFolder();
  try {
    await (await openPlatform({ dataFolder: folder.path, databaseUrl: urlOf(making) })).close();
  } finally {
    folder.remove();
  }
  await client.query(`alter database ${making} rename to ${name}`);
}

async function createFrom(client: pg.Client, template: string): Promise<TestDatabase> {
  const name = `suzheng_test_${randomBytes(6).toString("hex")}`;
  // Copying forbids connections to the template; another test process may be copying it too.
  await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  await client.query(`create database ${name} template ${template} strategy file_copy`);
  await client.query("select pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  // Nothing here outlives a power cut; what does is tested by killing a cluster of its own.
  await client.query(`alter database ${name} set synchronous_commit = off`);
  return {
    name,
    url: urlOf(name),
    copy: () => asAdministrator((again) => createFrom(again, name)),
    drop: () =>
      asAdministrator(async (again) => {
        await again.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** An empty, migrated database of its own. */
export const createTestDatabase = (): Promise<TestDatabase> =>
  asAdministrator(async (client) => createFrom(client, await ensureTemplate(client)));
