import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { suzheng } from "./command-line.ts";
import { filesIn } from "./report-files.ts";

type Wanted = { cwd: string; malformed: string };

/** A report of a body of the demo, with and without broken rows. */
export async function reportFile({ cwd, malformed }: Wanted): Promise<string> {
  const folder = join(cwd, `reports-${malformed}`);
  mkdirSync(folder);
  const seed = ["--seed", "77", "--bodies", "1", "--certificates", "15"];
  const words = ["simulate", ...seed, "--malformed", malformed, "--report-files", folder];
  const { code, stderr } = await suzheng(words, { cwd });
  assert.equal(code, 0, stderr);
  return filesIn(folder).find((file) => file.includes("103010")) ?? "";
}
