import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { addDemoPerson, connectInstitution, openPlatform } from "@suzheng/server";
import {
  type EmbeddedCluster,
  startEmbeddedCluster,
} from "../../packages/server/src/postgres/embedded-cluster.ts";
import { assertRefused, type Ended, suzheng, temporaryFolder } from "./support/command-line.ts";
import { BODY } from "./support/workplace.ts";

const cwd = temporaryFolder();
const data = join(cwd, "data");
/** Apart from the data folder, which one process uses at a time. */
let cluster: EmbeddedCluster;

const account = (...words: string[]): Promise<Ended> =>
  suzheng(["account", ...words], {
    cwd,
    env: { SUZHENG_DATA: data, DATABASE_URL: cluster.connectionString },
  });

before(async () => {
  cluster = await startEmbeddedCluster(join(cwd, "postgres"));
  const databaseUrl = cluster.connectionString;
  const platform = await openPlatform({ dataFolder: data, databaseUrl, origin: "suzheng.example" });
  const body = { approvalNumber: BODY, name: "样例认证有限公司", fields: ["A01"] };
  await connectInstitution({ ...platform, submitter: "test" }, body);
  const accounts = { ...platform.accounts, isDemo: () => true };
  for (const person of [
    { name: "林样例", signInName: "lin", roles: ["administrator" as const] },
    { name: "何样例", signInName: "he", roles: ["read-only" as const] },
  ]) {
    const added = await addDemoPerson(accounts, { institution: BODY, ...person });
    assert.equal(added.outcome, "done", JSON.stringify(added));
  }
  await platform.close();
});
after(() => cluster?.stop());

test("nobody is erased by a slip of the pen, and no institution loses its last administrator", async () => {
  assertRefused(await account("erase", "he", "--confirm", "lin"), "confirmation-differs");
  assertRefused(await account("erase", "lin", "--confirm", "lin"), "last-administrator");
});

test("recovering prints a link, also for a last administrator; erasing takes the name away", async () => {
  const recovered = await account("recover", "lin");
  assert.equal(recovered.code, 0, recovered.stderr);
  assert.match(recovered.stdout, /^https?:\/\/\S+\/workspace\/join#\S+\n$/);
  const erased = await account("erase", "he", "--confirm", "he");
  assert.equal(erased.code, 0, erased.stderr);
  assertRefused(await account("recover", "he"), "member-unknown");
});
