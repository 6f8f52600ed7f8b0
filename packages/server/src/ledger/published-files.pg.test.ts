import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { parseCheckpoint, parseNote } from "@suzheng/log-format";
import { decodeEntryBundle } from "@suzheng/merkle";
import { planAct } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  ORIGIN,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";

const ACTS_AT_A_TIME = 1000;

let platform: TestPlatform;
const signedSizes: number[] = [];

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
});
after(() => platform.remove());

async function growTo(size: number): Promise<void> {
  const heads = await platform.logs.heads();
  let at = heads.find(({ institution }) => institution === BODY)?.size ?? 0;
  while (at < size) {
    const count = Math.min(ACTS_AT_A_TIME, size - at);
    const acts = Array.from({ length: count }, (_, i) => planAct((at + i) % 50));
    const request = { institution: BODY, submitter: "test", requestId: null, acts };
    assert.ok((await platform.ledger.append(request)).ok);
    at += count;
  }
  await platform.publisher.publish();
  signedSizes.push(size);
}

/** C2SP tlog-tiles, written down a second time: groups of three digits, all but the last marked. */
function nameOf(index: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, "0");
  const groups = digits.match(/\d{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
}

function filesOf(size: number): string[] {
  const files: string[] = [];
  for (let level = 0; Math.floor(size / 256 ** level) > 0; level++) {
    const hashes = Math.floor(size / 256 ** level);
    const names = level === 0 ? ["tile/0", "tile/entries"] : [`tile/${level}`];
    for (const name of names) {
      for (let i = 0; i < Math.floor(hashes / 256); i++) files.push(`${name}/${nameOf(i)}`);
      const partial = `${name}/${nameOf(Math.floor(hashes / 256))}.p/${hashes % 256}`;
      if (hashes % 256 > 0) files.push(partial);
    }
  }
  return files;
}

/** Every file of every signed size, but partial ones only until the full one is there. */
function expectedFiles(): string[] {
  const files = new Set(signedSizes.flatMap(filesOf));
  const kept = [...files].filter(
    (path) => !files.has(path.replace(/\.p\/\d+$/, "")) || !path.includes(".p/"),
  );
  return [...kept, "checkpoint"].sort();
}

function publishedFiles(): string[] {
  const folder = join(platform.dataFolder, "public", "log", BODY);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
    .sort();
}

const read = (path: string): Buffer =>
  readFileSync(join(platform.dataFolder, "public", "log", BODY, path));

function assertCheckpoint(size: number): void {
  const note = parseNote(read("checkpoint").toString());
  assert.ok(note.outcome === "parsed");
  const checkpoint = parseCheckpoint(note.value.text);
  assert.ok(checkpoint.outcome === "parsed");
  assert.equal(checkpoint.value.size, size);
  assert.equal(checkpoint.value.origin, `${ORIGIN}/log/${BODY}`);
  assert.deepEqual(checkpoint.value.extensions, []);
  assert.deepEqual(
    note.value.signatures.map(({ name, bytes }) => [name, bytes.length]),
    [[`${ORIGIN}/log/${BODY}`, 64]],
  );
}

for (const size of [1, 2, 255, 256, 257, 512, 513]) {
  test(`a log of ${size} entries publishes exactly the files of tlog-tiles`, async () => {
    await growTo(size);
    assert.deepEqual(publishedFiles(), expectedFiles());
    assertCheckpoint(size);
  });
}

test("files have the sizes that tlog-tiles says", () => {
  assert.equal(read("tile/0/000").length, 8192);
  assert.equal(read("tile/0/002.p/1").length, 32);
  assert.equal(read("tile/1/000.p/2").length, 64);
  assert.equal(decodeEntryBundle(read("tile/entries/001"), 256)?.length, 256);
  assert.equal(decodeEntryBundle(read("tile/entries/002.p/1"), 1)?.length, 1);
});

test("a published file is never written again", async () => {
  const before = new Map(publishedFiles().map((path) => [path, read(path)]));
  await growTo(700);
  const now = new Set(publishedFiles());
  for (const [path, bytes] of before) {
    if (path === "checkpoint") continue;
    // A full tile begins with its partial ones, which are dropped once it is there.
    const served = now.has(path) ? path : path.replace(/\.p\/\d+$/, "");
    assert.ok(read(served).subarray(0, bytes.length).equals(bytes), path);
  }
});

test("a log of 65,537 entries has a third level", async () => {
  for (const size of [65_535, 65_536, 65_537]) {
    await growTo(size);
    assert.deepEqual(publishedFiles(), expectedFiles());
    assertCheckpoint(size);
  }
  assert.ok(publishedFiles().includes("tile/2/000.p/1"));
  assert.deepEqual(await damagesOf(platform), []);
});
