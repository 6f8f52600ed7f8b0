import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import type { ImportSummary, Trace } from "@suzheng/api-contract";
import { assertRefused, type Ended, suzheng, temporaryFolder } from "./support/command-line.ts";
import { filesIn, readSheet, reportsIn, writeSheet } from "./support/report-files.ts";
import { type Server, startServer } from "./support/running-server.ts";

const BODY = "CNCA-R-2001-901";
const SEED = ["simulate", "--seed", "7", "--bodies", "1", "--certificates", "20"];
const SECTOR = [...SEED, "--today", "2026-06-30"];

const cwd = temporaryFolder();
const data = join(cwd, "data");
const otherData = join(cwd, "other");
mkdirSync(data);
mkdirSync(otherData);

const run = (words: string[], env: Record<string, string> = {}): Promise<Ended> =>
  suzheng(words, { cwd, env: { SUZHENG_DATA: data, SUZHENG_DEMO: "0", ...env } });

let server: Server | null = null;
let token = "";
let good: string[] = [];

const running = (): Server => {
  assert.ok(server !== null, "the server runs");
  return server;
};

before(async () => {
  await run([...SECTOR, "--report-files", "out"]);
  good = reportsIn(join(cwd, "out"));
  const registered = await run(["institution", "register", BODY, "--name", "示例认证有限公司"]);
  assert.equal(registered.code, 0, registered.stderr);
  token = (await run(["user", "token", BODY])).stdout.trim();
  server = await startServer({ data, cwd });
});
after(() => server?.end("SIGTERM"));

const handIn = (files: string[], ...rest: string[]) =>
  run(["import", ...files, "--server", running().url, "--json", ...rest]);

async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(`${running().url}${path}`);
  assert.equal(answer.status, 200, path);
  return (await answer.json()) as T;
}

test("a second server or command on the same folder is refused and says what to do", async () => {
  assertRefused(await run(["start"], { PORT: "0" }), "data-folder-in-use");
  assertRefused(await run(["import", ...good]), "data-folder-in-use");
  assert.equal((await fetch(`${running().url}/readyz`)).status, 200);
});

test("a port in use or one that is none is refused, and the folder is free again", async () => {
  const { port } = new URL(running().url);
  const env = { SUZHENG_DATA: otherData };
  assertRefused(await run(["start"], { ...env, PORT: "70000" }), "port-malformed");
  assertRefused(await run(["start"], { ...env, PORT: port }), "port-in-use");
  const other = await startServer({ data: otherData, cwd });
  const trust = await (await fetch(`${other.url}/trust.json`)).text();
  writeFileSync(join(cwd, "other-trust.json"), trust);
  assert.equal(await other.end("SIGTERM"), 0);
});

test("files handed in to a running server are recorded, again they change nothing", async () => {
  const first = await handIn(good, "--token", token);
  assert.equal(first.code, 0, first.stderr);
  const { rows, recorded }: ImportSummary = JSON.parse(first.stdout);
  assert.ok(rows > 100);
  assert.equal(recorded, rows);
  const again: ImportSummary = JSON.parse((await handIn(good, "--token", token)).stdout);
  assert.deepEqual([again.recorded, again.unchanged], [0, rows]);
});

test("a wrong token, none, and a server that is not there are refused", async () => {
  assertRefused(await handIn(good, "--token", `${token.slice(0, -1)}_`), "token-unknown");
  assertRefused(await handIn(good), "token-missing");
  assertRefused(
    await run(["import", ...good, "--server", "http://127.0.0.1:9", "--token", token]),
    "server-unreachable",
  );
});

test("the server gives back rejected rows, and refuses a file that is no report", async () => {
  mkdirSync(join(cwd, "rejected"));
  const bad = await run([...SECTOR, "--malformed", "0.2", "--report-files", "bad"]);
  assert.equal(bad.code, 0, bad.stderr);
  const files = reportsIn(join(cwd, "bad"));
  const ended = await handIn(files, "--token", token, "--rejected", join(cwd, "rejected"));
  const { rejected }: ImportSummary = JSON.parse(ended.stdout);
  assert.equal(ended.code, 2);
  assert.ok(rejected > 10);
  const returned = filesIn(join(cwd, "rejected"));
  const rows = returned.map((file) => readSheet(file).length - 1);
  assert.equal(
    rows.reduce((sum, count) => sum + count, 0),
    rejected,
  );
  for (const file of returned) assert.match(basename(file), /^CNCA-R-2001-901-.*\.rejected\.csv$/);
  writeFileSync(join(cwd, "none.csv"), "name,age\n甲,1\n");
  assertRefused(await handIn(["none.csv"], "--token", token), "report-table-unknown");
});

test("after kill -9 the same folder starts again with every answered row", async () => {
  const [number = ""] = certificateNumbers();
  const before = await ask<Trace>(`/api/v1/certificates/${number}/trace`);
  const fresh = freshRow("90126Q90001R0M");
  const recorded: ImportSummary = JSON.parse((await handIn([fresh], "--token", token)).stdout);
  assert.equal(recorded.recorded, 1);
  assert.equal(await running().end("SIGKILL"), null);
  server = await startServer({ data, cwd });
  const after = await ask<Trace>(`/api/v1/certificates/${number}/trace`);
  assert.deepEqual(after.acts, before.acts);
  await ask(`/api/v1/certificates/90126Q90001R0M`);
});

const certificateFile = () => good.find((file) => file.includes("103010")) ?? "";

function certificateNumbers(): string[] {
  const [header = [], ...rows] = readSheet(certificateFile());
  return rows.map((row) => row[header.indexOf("CERT_NUMBER")] ?? "");
}

/** A file with one more first certification. */
function freshRow(number: string): string {
  const [header = [], ...rows] = readSheet(certificateFile());
  const file = join(cwd, "fresh.csv");
  writeSheet(file, [header, (rows[0] ?? []).with(header.indexOf("CERT_NUMBER"), number)]);
  return file;
}

test("a proof is taken from the running server, for an unknown number there is none", async () => {
  const [number = ""] = certificateNumbers();
  const lower = number.toLowerCase();
  const ended = await run(["proof", lower, "--server", running().url, "-o", "x.json"]);
  assert.equal(ended.code, 0, ended.stderr);
  assert.equal(JSON.parse(readFileSync(join(cwd, "x.json"), "utf8")).subject.number, number);
  const trust = await (await fetch(`${running().url}/trust.json`)).text();
  writeFileSync(join(cwd, "trust.json"), trust);
  const unknown = await run(["proof", "90126Q99999R0M", "--server", running().url]);
  assertRefused(unknown, "certificate-never-recorded");
});

test("that a body never recorded a number is proven, and said before the verdict", async () => {
  const ended = await run([
    "proof",
    "90126Q99999R0M",
    "--absence",
    "--server",
    running().url,
    "-o",
    "absence.json",
  ]);
  assert.equal(ended.code, 0, ended.stderr);
  const { code, stdout } = await verify("absence.json");
  assert.equal(code, 0, stdout);
  assert.match(stdout, /截至 .*：没有记录 \/ as of .*: no record\n证明成立 \/ proof holds\n$/);
});

test("SIGTERM ends the server cleanly and the folder is free", async () => {
  assert.equal(await running().end("SIGTERM"), 0);
  server = null;
  const [number = ""] = certificateNumbers();
  const local = await run(["proof", number, "-o", "local.json"]);
  assert.equal(local.code, 0, local.stderr);
  assertRefused(await run(["proof", "90126Q99999R0M"]), "certificate-never-recorded");
});

const verify = (file: string, policy = "trust.json") =>
  run(["verify", file, "--policy", policy], { SUZHENG_DATA: join(cwd, "gone") });

test("the proofs are valid with no server and no data folder", async () => {
  rmSync(data, { recursive: true });
  for (const file of ["x.json", "local.json"]) {
    const { code, stdout } = await verify(file);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /✓ currency/);
    assert.match(stdout, /截至 \d{4}-\d\d-\d\d：.* since .*\n证明成立 \/ proof holds\n$/);
    assert.match(stdout, new RegExp(`certificate: ${certificateNumbers()[0]}`));
  }
});

type Proof = {
  directory: { inclusion: string[]; checkpoint: string };
  logs: { streams: { events: { entry: string; inclusion: string[] }[] }[] }[];
};

const flip = (text: string) => (text.startsWith("A") ? "B" : "A") + text.slice(1);

/** The proof with one thing changed; it stays well-formed. */
const TAMPERED: Record<string, (proof: Proof) => void> = {
  "a letter of an entry": (proof) => {
    const event = firstEvent(proof);
    event.entry = event.entry.replace(/"submitter":"t/, '"submitter":"u');
  },
  "a hash of an inclusion proof": (proof) => {
    const { inclusion } = firstEvent(proof);
    inclusion[0] = flip(inclusion[0] ?? "");
  },
  "the root that the directory signed": (proof) => {
    const [origin, size, root = "", ...rest] = proof.directory.checkpoint.split("\n");
    proof.directory.checkpoint = [origin, size, flip(root), ...rest].join("\n");
  },
  "the newest event left out": (proof) => {
    proof.logs[0]?.streams.find(({ events }) => events.length > 1)?.events.pop();
  },
};

function firstEvent(proof: Proof) {
  const event = proof.logs[0]?.streams[0]?.events[0];
  assert.ok(event !== undefined);
  return event;
}

for (const [damage, tamper] of Object.entries(TAMPERED)) {
  test(`a proof is invalid with ${damage} changed`, async () => {
    const text = readFileSync(join(cwd, "x.json"), "utf8");
    const proof: Proof = JSON.parse(text);
    tamper(proof);
    assert.notEqual(JSON.stringify(proof), JSON.stringify(JSON.parse(text)));
    writeFileSync(join(cwd, "tampered.json"), JSON.stringify(proof));
    const { code, stdout } = await verify("tampered.json");
    assert.equal(code, 1, stdout);
    assert.match(stdout, /✕ /);
    assert.match(stdout, /证明不成立 \/ proof does not hold/);
  });
}

test("what is no proof is malformed, and without its trust list nothing is checked", async () => {
  const text = readFileSync(join(cwd, "x.json"), "utf8");
  writeFileSync(join(cwd, "cut.json"), text.slice(0, text.length / 2));
  writeFileSync(join(cwd, "words.json"), "没有证明");
  const codes = [
    await verify("cut.json"),
    await verify("words.json"),
    await verify("x.json", "other-trust.json"),
    await verify("x.json", "missing.json"),
    await verify("x.json", "words.json"),
    await verify("missing.json"),
  ].map(({ code }) => code);
  assert.deepEqual(codes, [2, 2, 3, 3, 3, 3]);
});

test("a mistyped verify has checked nothing, and every mistype is said in both languages", async () => {
  const typed: [string, string[]][] = [
    ["option-missing", ["verify", "x.json"]],
    ["option-unknown", ["verify", "x.json", "--policy", "trust.json", "--jsn"]],
    ["argument-missing", ["verify", "--policy", "trust.json"]],
    ["option-without-value", ["verify", "x.json", "--policy"]],
    ["argument-unexpected", ["verify", "x.json", "x.json", "--policy", "trust.json"]],
    ["command-unknown", ["verfy", "x.json"]],
    ["option-unknown", ["fsck", "--deep"]],
    ["option-malformed", ["simulate", "--report-files", "x", "--format", "pdf"]],
    ["option-malformed", ["sweep", "--dry-run", "--on", "2026-02-30"]],
  ];
  for (const [code, words] of typed) {
    const ended = await run(words);
    assert.equal(ended.code, words[0] === "verify" ? 3 : 2, words.join(" "));
    assertRefused({ ...ended, code: 2 }, code);
  }
  assert.equal((await run(["verify", "--help"])).code, 0);
});
