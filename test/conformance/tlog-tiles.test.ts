import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { ImportSummary } from "@suzheng/api-contract";
import {
  type Checkpoint,
  logOrigin,
  parseCheckpoint,
  parseDirectoryEntry,
  parseNote,
  parseTlogPolicy,
  parseTrust,
  parseVkey,
  type Trust,
  verifyNote,
} from "@suzheng/log-format";
import { suzheng, temporaryFolder } from "../end-to-end/support/command-line.ts";
import { filesIn } from "../end-to-end/support/report-files.ts";
import { type Server, startServer } from "../end-to-end/support/running-server.ts";
import { filesOfLog, leafHash, merkleTreeHash, readBundle, readTile } from "./merkle-tree-hash.ts";

const BODY = "CNCA-R-2001-901";
const BATCHES = 3;
const IMMUTABLE = "public, max-age=31536000, immutable";

const cwd = temporaryFolder();
const data = join(cwd, "data");
const env = { SUZHENG_DATA: data };

let server: Server;
let trust: Trust;
/** Checkpoints of the body's log as they were published, oldest first. */
const seen: Checkpoint[] = [];

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const get = (log: string, path: string) => fetch(`${server.url}/log/${log}/${path}`);

async function bytesOf(log: string, path: string): Promise<Buffer> {
  const answer = await get(log, path);
  assert.equal(answer.status, 200, path);
  return Buffer.from(await answer.arrayBuffer());
}

async function checkpointOf(log: string): Promise<Checkpoint> {
  const note = parseNote((await bytesOf(log, "checkpoint")).toString());
  assert.ok(note.outcome !== "malformed");
  const checkpoint = parseCheckpoint(note.value.text);
  assert.ok(checkpoint.outcome !== "malformed");
  return checkpoint.value;
}

/** Waits until the log's checkpoint covers at least so many entries. */
async function published(size: number): Promise<Checkpoint> {
  for (let round = 0; round < 100; round++) {
    const checkpoint = await checkpointOf(BODY);
    if (checkpoint.size >= size) return checkpoint;
    await new Promise((turn) => setTimeout(turn, 100));
  }
  throw new Error(`the log never reached ${size}`);
}

/** The rows of each file in as many parts, so that the log grows in steps. */
function batches(files: readonly string[]): string[][] {
  return Array.from({ length: BATCHES }, (_, batch) =>
    files.map((file, i) => {
      const [header = "", ...rows] = readFileSync(file, "utf8").trimEnd().split(/\r?\n/);
      const size = Math.ceil(rows.length / BATCHES);
      const target = join(cwd, `${batch}-${i}.csv`);
      const part = rows.slice(batch * size, (batch + 1) * size);
      writeFileSync(target, `${[header, ...part].join("\n")}\n`);
      return target;
    }),
  );
}

before(async () => {
  const seed = ["simulate", "--seed", "3", "--bodies", "1", "--certificates", "80"];
  await suzheng([...seed, "--report-files", join(cwd, "out")], { cwd });
  const name = ["--name", "示例认证有限公司"];
  await suzheng(["institution", "register", BODY, ...name], { cwd, env });
  const token = (await suzheng(["user", "token", BODY], { cwd, env })).stdout.trim();
  server = await startServer({ data, cwd });
  seen.push(await published(1));
  for (const files of batches(filesIn(join(cwd, "out")))) {
    const to = ["--server", server.url, "--token", token, "--json"];
    const { stdout, stderr } = await suzheng(["import", ...files, ...to], { cwd });
    assert.ok(stdout !== "", stderr);
    const { recorded }: ImportSummary = JSON.parse(stdout);
    assert.ok(recorded > 0);
    seen.push(await published((seen.at(-1)?.size ?? 0) + recorded));
  }
  const parsed = parseTrust(sha256, await (await fetch(`${server.url}/trust.json`)).text());
  assert.ok(parsed.outcome !== "malformed");
  trust = parsed.value;
});
after(() => server?.end("SIGTERM"));

const newest = (): Checkpoint => {
  const checkpoint = seen.at(-1);
  assert.ok(checkpoint !== undefined);
  return checkpoint;
};

async function leafHashes(log: string, size: number): Promise<Buffer[]> {
  const hashes: Buffer[] = [];
  for (const path of filesOfLog(size).get("entries") ?? []) {
    hashes.push(...readBundle(await bytesOf(log, path)).map(leafHash));
  }
  assert.equal(hashes.length, size);
  return hashes;
}

test("the log has grown beyond two tiles in steps", () => {
  assert.equal(seen.length, BATCHES + 1);
  assert.ok(newest().size > 512, `${newest().size} entries`);
  for (const [i, { size, origin }] of seen.entries()) {
    assert.equal(origin, logOrigin(trust, BODY));
    assert.ok(i === 0 || size > (seen[i - 1]?.size ?? 0));
  }
});

test("every file that tlog-tiles names for the size is there, to be kept for ever", async () => {
  for (const [kind, paths] of filesOfLog(newest().size)) {
    for (const path of paths) {
      const answer = await get(BODY, path);
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get("content-type"), "application/octet-stream");
      assert.equal(answer.headers.get("cache-control"), IMMUTABLE);
      const width = Number(/\.p\/(\d+)$/.exec(path)?.[1] ?? 256);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const items = kind === "entries" ? readBundle(bytes) : readTile(bytes);
      assert.equal(items.length, width, path);
    }
  }
});

test("the checkpoint is text, kept for a moment only", async () => {
  const answer = await get(BODY, "checkpoint");
  assert.match(answer.headers.get("content-type") ?? "", /^text\/plain; charset=utf-8$/);
  assert.match(answer.headers.get("cache-control") ?? "", /max-age=\d(,|$)/);
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
});

test("what the log does not have yet is a problem that nobody keeps", async () => {
  const { size } = newest();
  const full = Math.floor(size / 256);
  const beyond = String(full + 1).padStart(3, "0");
  const paths = [`0/${beyond}`, `entries/${beyond}`, "5/000", `0/00${full}.p/${(size % 256) + 1}`];
  for (const path of paths) {
    const answer = await get(BODY, `tile/${path}`);
    assert.equal(answer.status, 404, path);
    assert.equal(answer.headers.get("cache-control"), "no-store", path);
    assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
  }
  assert.equal((await get("CNCA-R-2999-999", "checkpoint")).status, 404);
});

/** Status of a path sent as it is; `fetch` would tidy it first. */
function statusOf(path: string): Promise<number> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("a path that tlog-tiles does not name never reaches the disk", async () => {
  const strange = [
    "../../last-signed.json",
    "../../../keys/directory.pem",
    "..%2f..%2flast-signed.json",
    "%2e%2e/%2e%2e/keys/directory.pem",
    "tile/0/../../checkpoint",
    "tile/0/0",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/01",
    "tile/00/000",
    "tile/64/000",
    "tile/-1/000",
    "tile/0/x000/000",
    "tile/entries/",
    "tile/",
    "checkpoint%00",
    "",
  ];
  for (const path of strange) {
    const status = await statusOf(`/log/${BODY}/${path}`);
    assert.ok(status === 404 || status === 400, `${path}: ${status}`);
  }
  assert.equal(await statusOf("/log/..%2f/checkpoint"), 404);
});

/** The log's checkpoint counts under this key; with another size in it, it does not. */
async function assertSignedBy(log: string, vkey: string): Promise<void> {
  const note = parseNote((await bytesOf(log, "checkpoint")).toString());
  assert.ok(note.outcome !== "malformed");
  const key = parseVkey(sha256, vkey);
  assert.ok(key.outcome !== "malformed");
  const check = verifyNote(note.value, [key.value]);
  assert.ok(check.outcome === "valid");
  assert.equal(check.signatures.length, 1);
  const forged = { ...note.value, text: note.value.text.replace(/\n\d+\n/, "\n999999\n") };
  assert.notEqual(verifyNote(forged, [key.value]).outcome, "valid");
}

test("the directory's checkpoint is signed by the key in trust.json", () =>
  assertSignedBy("directory", trust.directory.vkey));

test("a body's checkpoint is signed by its key in the list of all logs' keys", async () => {
  const answer = await fetch(`${server.url}/log/vkeys`);
  assert.equal(answer.headers.get("content-type"), "text/plain; charset=utf-8");
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  const vkeys = (await answer.text()).trimEnd().split("\n");
  const policy = parseTlogPolicy(
    sha256,
    `${vkeys.map((vkey) => `log ${vkey}`).join("\n")}\nquorum none\n`,
  );
  assert.ok(policy.outcome !== "malformed");
  const names = policy.value.logs.map(({ name }) => name);
  assert.deepEqual(names, [logOrigin(trust, BODY), trust.directory.origin]);
  await assertSignedBy(BODY, vkeys[0] ?? "");
  assert.equal(vkeys[1], trust.directory.vkey);
});

test("the root follows from the entries, and from the tiles alone", async () => {
  for (const log of [BODY, "directory"]) {
    const checkpoint = await checkpointOf(log);
    const hashes = await leafHashes(log, checkpoint.size);
    const root = Buffer.from(checkpoint.root);
    assert.ok(merkleTreeHash(hashes).equals(root), `${log} from entries`);
    const levels = new Map<string, Buffer[]>();
    for (const [kind, paths] of filesOfLog(checkpoint.size)) {
      if (kind === "entries") continue;
      const tiles = await Promise.all(paths.map((path) => bytesOf(log, path)));
      levels.set(kind, tiles.flatMap(readTile));
    }
    assert.ok(merkleTreeHash(levels.get("0") ?? []).equals(root), `${log} from tiles`);
    for (const [place, hash] of (levels.get("1") ?? []).entries()) {
      assert.ok(merkleTreeHash(hashes.slice(place * 256, (place + 1) * 256)).equals(hash));
    }
  }
});

test("every earlier checkpoint is a prefix of the log as it stands", async () => {
  const hashes = await leafHashes(BODY, newest().size);
  for (const { size, root } of seen) {
    assert.ok(merkleTreeHash(hashes.slice(0, size)).equals(Buffer.from(root)), `size ${size}`);
  }
});

test("the directory's newest entry notes the checkpoint of the log", async () => {
  const { size } = await checkpointOf("directory");
  const path = filesOfLog(size).get("entries")?.at(-1) ?? "";
  const entries = readBundle(await bytesOf("directory", path)).map((entry) => {
    const parsed = parseDirectoryEntry(entry.toString());
    assert.ok(parsed.outcome !== "malformed");
    return parsed.value;
  });
  const notes = entries.flatMap((entry) => entry.notes).filter(({ log }) => log === BODY);
  assert.equal(notes.at(-1)?.size, newest().size);
  assert.equal(notes.at(-1)?.root, Buffer.from(newest().root).toString("base64"));
});
