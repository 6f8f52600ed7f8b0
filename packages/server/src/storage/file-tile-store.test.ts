import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileTileStore } from "./file-tile-store.ts";

const folder = mkdtempSync(join(tmpdir(), "suzheng-tiles-"));
const tiles = fileTileStore(folder);
after(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => Buffer.from(text);

test("a file is created once; the same bytes again are fine, others conflict", async () => {
  await tiles.create("log/a/tile/0/000", bytes("one"));
  await tiles.create("log/a/tile/0/000", bytes("one"));
  assert.equal(await tiles.create("log/a/tile/0/000", bytes("two")), "conflict");
  assert.equal(await tiles.create("log/a/tile/0/000", bytes("on")), "conflict");
  assert.deepEqual(await tiles.read("log/a/tile/0/000"), bytes("one"));
});

for (const left of ["", "on"]) {
  test(`a file that a power cut left as \`${left}\` is written anew`, async () => {
    writeFileSync(join(folder, "log/a/tile/0/001"), left);
    assert.equal(await tiles.create("log/a/tile/0/001", bytes("one")), "in-place");
    assert.deepEqual(await tiles.read("log/a/tile/0/001"), bytes("one"));
  });
}

test("a file is read into the memory given, one that is too large into its own", async () => {
  await tiles.create("log/a/tile/entries/000", bytes("entries"));
  const memory = Buffer.alloc(8);
  const read = await tiles.read("log/a/tile/entries/000", memory);
  assert.deepEqual(Buffer.from(read ?? []), bytes("entries"));
  assert.equal(read?.buffer, memory.buffer);
  for (const length of [0, 6, 7]) {
    const short = await tiles.read("log/a/tile/entries/000", Buffer.alloc(length));
    assert.deepEqual(Buffer.from(short ?? []), bytes("entries"), `${length}`);
  }
  assert.equal(await tiles.read("log/a/tile/entries/001", memory), null);
});

test("a checkpoint is replaced, and what does not exist is null", async () => {
  await tiles.replace("log/a/checkpoint", bytes("one"));
  await tiles.replace("log/a/checkpoint", bytes("two"));
  assert.deepEqual(await tiles.read("log/a/checkpoint"), bytes("two"));
  assert.equal(await tiles.read("log/b/checkpoint"), null);
});

test("writers at once leave one whole file and nothing temporary", async () => {
  const large = Buffer.alloc(100_000, 7);
  await Promise.all(Array.from({ length: 20 }, () => tiles.create("log/c/tile/0/000", large)));
  assert.deepEqual(await tiles.read("log/c/tile/0/000"), large);
  assert.deepEqual(readdirSync(join(folder, "log/c/tile/0")), ["000"]);
});
