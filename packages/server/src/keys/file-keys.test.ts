import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { verifyEd25519 } from "@suzheng/log-format";
import type { LogKeys } from "../application/ledger/log-keys.ts";
import { fileLogKeys } from "./file-log-keys.ts";
import { personTokens } from "./person-tokens.ts";

const folder = mkdtempSync(join(tmpdir(), "suzheng-keys-"));
after(() => rmSync(folder, { recursive: true, force: true }));

async function publicKey(keys: LogKeys, log: string): Promise<Uint8Array> {
  const key = await keys.publicKey(log);
  assert.ok(key !== null);
  return key;
}

test("each log has a key of its own, the same after a restart, readable by the server only", async () => {
  const keys = fileLogKeys(folder);
  for (const log of ["a", "b"]) await keys.make(log);
  const [a, b] = [await publicKey(keys, "a"), await publicKey(keys, "b")];
  assert.equal(a.length, 32);
  assert.notDeepEqual(a, b);
  const again = fileLogKeys(folder);
  await again.make("a");
  assert.deepEqual(await again.publicKey("a"), a);
  for (const name of readdirSync(folder)) {
    assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name);
  }
});

test("processes that make a key at once all have the same from then on", async () => {
  const shared = join(folder, "shared");
  for (const log of Array.from({ length: 20 }, (_, index) => `log-${index}`)) {
    const made = await Promise.all(
      [1, 2, 3].map(async () => {
        const keys = fileLogKeys(shared);
        await keys.make(log);
        return publicKey(keys, log);
      }),
    );
    const onDisk = await publicKey(fileLogKeys(shared), log);
    for (const key of made) assert.deepEqual(key, onDisk);
  }
  const tokens = await Promise.all([1, 2, 3].map(() => personTokens(join(shared, "person.key"))));
  assert.equal(new Set(tokens.map((token) => token("110101190001010000"))).size, 1);
  rmSync(shared, { recursive: true });
});

test("to be asked for a key that is not there makes none", async () => {
  const keys = fileLogKeys(folder);
  assert.equal(await keys.publicKey("c"), null);
  await assert.rejects(keys.sign("c", Buffer.from("a checkpoint\n")));
  assert.deepEqual(readdirSync(folder).sort(), ["a.pem", "b.pem"]);
});

test("a signature holds for its log's key and for no other", async () => {
  const keys = fileLogKeys(folder);
  const message = Buffer.from("a checkpoint\n");
  const signature = await keys.sign("a", message);
  const check = async (log: string) =>
    verifyEd25519({ publicKey: await publicKey(keys, log), message, signature });
  assert.deepEqual([await check("a"), await check("b")], [true, false]);
});

test("a person's token is stable, and another installation's is another", async () => {
  const token = await personTokens(join(folder, "person.key"));
  const again = await personTokens(join(folder, "person.key"));
  const other = await personTokens(join(folder, "other.key"));
  assert.equal(token("110101190001010000"), again("110101190001010000"));
  assert.notEqual(token("110101190001010000"), other("110101190001010000"));
  assert.notEqual(token("110101190001010000"), token("110101190001010001"));
  assert.doesNotMatch(token("110101190001010000"), /110101/);
});
