import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createDurably, writeDurably } from "./durable-file.ts";

const folder = mkdtempSync(join(tmpdir(), "suzheng-durable-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Long enough that half of one is not the whole of another. */
const TEXTS = ["a", "b", "c", "d", "e"].map((letter) => letter.repeat(100_000));

test("who writes a file at the same time as others leaves it whole, and nothing beside it", async () => {
  const file = join(folder, "written", "file");
  await Promise.all(TEXTS.map((text) => writeDurably(file, text)));
  assert.ok(TEXTS.includes(readFileSync(file, "utf8")));
  assert.deepEqual(readdirSync(join(folder, "written")), ["file"]);
  assert.equal(statSync(file).mode & 0o077, 0);
});

test("of several who create a file one does, and what it wrote stays", async () => {
  const file = join(folder, "created", "file");
  const made = await Promise.all(TEXTS.map((text) => createDurably(file, text)));
  assert.equal(made.filter((isMine) => isMine).length, 1);
  assert.equal(readFileSync(file, "utf8"), TEXTS[made.indexOf(true)]);
  assert.equal(await createDurably(file, "later"), false);
  assert.deepEqual(readdirSync(join(folder, "created")), ["file"]);
});

test("what cannot be put in its place leaves nothing behind", async () => {
  await assert.rejects(writeDurably(join(folder, "created"), "a folder stands there"));
  assert.deepEqual(readdirSync(folder).sort(), ["created", "written"]);
});
