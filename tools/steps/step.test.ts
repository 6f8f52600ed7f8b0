import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { describeResult } from "./report-steps.ts";
import { runStep } from "./step.ts";
import { testStep } from "./test-step.ts";

const folder = mkdtempSync(join(tmpdir(), "suzheng-step-"));
after(() => rmSync(folder, { recursive: true }));

const script = (text: string): [string, ...string[]] => [process.execPath, "-e", text];

test("a step that ends well is ok and has failed nothing", async () => {
  const result = await runStep({ name: "a", command: script("1"), timeoutMs: 10_000 });
  assert.equal(result.isOk, true);
  assert.deepEqual(result.counts, { passed: 0, failed: 0, skipped: 0 });
});

test("a step that fails without counts is one failure, with its output", async () => {
  const command = script("console.log('out'); console.error('why'); process.exit(3)");
  const result = await runStep({ name: "a", command, timeoutMs: 10_000 });
  assert.equal(result.isOk, false);
  assert.equal(result.counts.failed, 1);
  assert.match(result.output, /out[\s\S]*why/);
});

test("a program that does not exist is a failure with its name", async () => {
  const result = await runStep({ name: "a", command: ["no-such-program"], timeoutMs: 10_000 });
  assert.equal(result.isOk, false);
  assert.match(result.output, /no-such-program/);
});

test("a step beyond its time is stopped with what it started", async () => {
  const child = "require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' })";
  const result = await runStep({ name: "a", command: script(child), timeoutMs: 500 });
  assert.equal(result.isOk, false);
  assert.match(result.output, /stopped after 0.5 s/);
  assert.ok(result.seconds < 20);
});

test("the counts of a test run reach the line that is printed", async () => {
  const file = join(folder, "some.test.ts");
  const body = 'import { test } from "node:test"; test("a", () => {});';
  writeFileSync(file, `${body} test("b", () => { throw new Error("no"); });`);
  const step = testStep({ name: "some", files: [file], timeoutMs: 60_000 });
  const result = await runStep(step);
  assert.match(describeResult(result), /✖ some .* 1 passed, 1 failed$/);
});

test("a suite without files is refused, also when all of them are left out", () => {
  const suite = { name: "none", files: [join(folder, "*.no")], timeoutMs: 1 };
  assert.throws(() => testStep(suite), /none: no test file matches .*\*\.no/);
  const files = ["tools/steps/*.test.ts"];
  assert.throws(() => testStep({ ...suite, files, except: files }), /no test file matches/);
});
