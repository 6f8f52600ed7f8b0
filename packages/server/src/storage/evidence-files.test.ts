import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { temporaryFolder } from "../testing/test-database.ts";
import { evidenceFiles } from "./evidence-files.ts";

const folder = temporaryFolder();
after(() => folder.remove());
const store = evidenceFiles(folder.path);

const text = '{"一":1}';
const name = hash("sha256", text, "hex");
const evidence = { text, hash: name, bytes: Buffer.byteLength(text) };
const file = join(folder.path, "sha256", name.slice(0, 2), name);

test("evidence is found again by its hash, however often it was put there", async () => {
  assert.equal(await store.get(name), null);
  assert.equal(await store.look(name), "missing");
  await store.put(evidence);
  await store.put(evidence);
  assert.equal(await store.get(name), text);
});

test("a changed byte is noticed on reading, and mended by the same text", async () => {
  writeFileSync(file, '{"一":2}');
  await assert.rejects(store.get(name), /is damaged/);
  assert.equal(await store.look(name), "damaged");
  await store.put(evidence);
  assert.equal(await store.get(name), text);
  assert.equal(await store.look(name), "whole");
});

test("nothing is kept under another name than its hash, and no other path is read", async () => {
  await assert.rejects(store.put({ ...evidence, text: "x" }), /is not the hash/);
  await assert.rejects(store.get("../../keys/directory.key"), /names no evidence/);
});
