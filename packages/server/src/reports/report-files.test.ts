import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { REPORT_TABLES } from "@suzheng/certification";
import { reportFilesOnDisk } from "./report-files.ts";

const folder = mkdtempSync(join(tmpdir(), "suzheng-rejects-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const header = REPORT_TABLES["103011"].columns.map(({ field }) => field).join(",");

const files = reportFilesOnDisk();
const out = join(folder, "out");
mkdirSync(out);
for (const part of ["a", "b"]) {
  mkdirSync(join(folder, part));
  writeFileSync(join(folder, part, "month.csv"), `${header}\nx\n`);
}

/** One run over two files of one name; the names of what was rejected. */
async function rejectAll(): Promise<string[]> {
  const sinkFor = files.rejectsInto(out);
  const names: string[] = [];
  for (const part of ["a", "b"]) {
    const path = join(folder, part, "month.csv");
    const sink = sinkFor(await files.open({ name: "month.csv", path }));
    await sink.write({ original: [part], reasons: [] });
    names.push(...(await sink.close()));
  }
  return names;
}

test("rejected rows of two files of one name go into two files", async () => {
  const names = await rejectAll();
  assert.deepEqual(names, ["month.rejected.csv", "month-2.rejected.csv"]);
  assert.deepEqual(readdirSync(out).sort(), [...names].sort());
});

test("the names of one run are forgotten with it", async () => {
  await rejectAll();
  assert.deepEqual(await rejectAll(), ["month.rejected.csv", "month-2.rejected.csv"]);
});
