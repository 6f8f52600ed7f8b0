import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_SECTOR, simulateSector, writeReportFiles } from "@suzheng/sector";
import { chinaDate, connectInstitution, type Platform, runImport } from "@suzheng/server";
import { addDemoPeople } from "./demo-people.ts";
import { addDemoRules } from "./demo-rules.ts";

const SUBMITTER = "demo";

/**
 * Fills an empty installation with a small invented sector, by the commands that real users use.
 */
export async function fillDemo(platform: Platform): Promise<void> {
  console.log("首次启动：写入演示数据（SUZHENG_DEMO=0 可关闭）… / filling in an invented sector …");
  const folder = await mkdtemp(join(tmpdir(), "suzheng-demo-"));
  try {
    const today = chinaDate(platform.now());
    const sector = simulateSector({ ...DEMO_SECTOR, today });
    for (const institution of sector.institutions) {
      await connectInstitution({ ...platform, submitter: SUBMITTER }, institution);
    }
    const { files } = await writeReportFiles(sector, { folder });
    const request = {
      files: files.map((path) => ({ name: path.slice(folder.length + 1), path })),
      institution: null,
      ownInstitution: null,
      submitter: SUBMITTER,
      dryRun: false,
      allOrNothing: false,
    };
    const packs = platform.packs.map(({ pack }) => pack);
    const { summary } = await runImport(
      { ...platform, packs },
      { request, folder, onProgress: () => {} },
    );
    await addDemoPeople(platform, sector.institutions[0]?.approvalNumber ?? "");
    await addDemoRules(platform, sector.institutions[0]?.approvalNumber ?? "");
    await platform.publisher.publish();
    await platform.markDemo();
    const count = `${summary.recorded} 行 / rows`;
    console.log(`演示数据：${sector.institutions.length} 家机构 / bodies, ${count}`);
    await printTokens(platform, sector.institutions);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function printTokens(
  platform: Platform,
  institutions: readonly { approvalNumber: string; name: string }[],
): Promise<void> {
  console.log("公众无需登录。机构上报令牌（/upload 页面或 API）/ reporting tokens of the bodies:");
  for (const { approvalNumber, name } of institutions) {
    console.log(`  ${approvalNumber} ${name}`);
    console.log(`    ${await platform.tokens.create(approvalNumber)}`);
  }
}
