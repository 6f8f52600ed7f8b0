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

test("rejected rows of two files of one name go into two files", async () => {
  const files = reportFilesOnDisk();
  const out = join(folder, "out");
  mkdirSync(out);
  const names: string[] = [];
  for (const part of ["a", "b"]) {
    mkdirSync(join(folder, part));
    const path = join(folder, part, "month.csv");
    writeFileSync(path, `${header}\nx\n`);
    const sink = files.rejects(await files.open({ name: "month.csv", path }), out);
    await sink.write({ original: [part], reasons: [] });
    names.push(...(await sink.close()));
  }
  assert.deepEqual(names, ["month.rejected.csv", "month-2.rejected.csv"]);
  assert.deepEqual(readdirSync(out).sort(), [...names].sort());
});
