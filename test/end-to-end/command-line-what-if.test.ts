import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";
import { connectInstitution, openPlatform } from "@suzheng/server";
import {
  certificateNumber,
  reportRows,
  sampleRows,
} from "../../packages/server/src/testing/sample-acts.ts";
import { assertRefused, type Ended, suzheng, temporaryFolder } from "./support/command-line.ts";
import { BODY } from "./support/workplace.ts";

const PACKS = resolve(import.meta.dirname, "../../rule-packs");
const QMS = join(PACKS, "cnca-qms-01/2025");
const cwd = temporaryFolder();
const data = join(cwd, "data");
const tryPack = (...words: string[]): Promise<Ended> =>
  suzheng(["rules", "try", ...words, "--against", PACKS], { cwd, env: { SUZHENG_DATA: data } });

before(async () => {
  const platform = await openPlatform({ dataFolder: data });
  await connectInstitution(
    { ...platform, submitter: "test" },
    { approvalNumber: BODY, name: "样例认证有限公司", fields: ["A01"] },
  );
  await reportRows(platform, [1, 2].flatMap(sampleRows));
  await platform.close();
});

test("a changed parameter is tried on the past: counts and cases with their pages", async () => {
  const { code, stdout, stderr } = await tryPack(QMS, "--set", "onSiteDaysMax=1");
  assert.equal(code, 0, stderr);
  assert.match(stdout, new RegExp(`${BODY} 3\\.9 .* met → not-met: 4`));
  assert.match(stdout, new RegExp(`/c/${certificateNumber(1)}`));
});

test("a pack as it is published flips nothing, which is an answer and no error", async () => {
  const { code, stdout } = await tryPack(QMS, "--since", "2024-01-01", "--json");
  assert.equal(code, 0);
  const found = JSON.parse(stdout) as { state: string; flipped: number };
  assert.deepEqual([found.state, found.flipped], ["finished", 0]);
});

test("a draft that does not hold is refused with its line and clause", async () => {
  const draft = join(cwd, "draft");
  cpSync(QMS, draft, { recursive: true });
  const pack = readFileSync(join(draft, "pack.yaml"), "utf8");
  const broken = pack.replace("daysInCycleYear <=", "daysInYear <=");
  assert.notEqual(broken, pack);
  writeFileSync(join(draft, "pack.yaml"), broken);
  const ended = await tryPack(draft);
  assertRefused(ended, "rule-pack-unknown-fact");
  assert.match(ended.stderr, /pack\.yaml:\d+（条款 3\.9）/);
});

test("a value that its unit cannot be is refused in words", async () => {
  const refused = await tryPack(QMS, "--set", "onSiteDaysMax=-5");
  assertRefused(refused, "rule-pack-value-outside-unit");
  assert.match(refused.stderr, /须为：0 或更大的整数/);
});

test("a body that is not connected and a day that is none are refused", async () => {
  const changed = ["--set", "onSiteDaysMax=1"];
  const unknown = await tryPack(QMS, ...changed, "--institution", "CNCA-R-2026-999");
  assertRefused(unknown, "what-if-institutions-unfit");
  assertRefused(await tryPack(QMS, ...changed, "--since", "2024-02-30"), "setting-unreadable");
});
