import { type Sector, simulateSector, writeReportFiles } from "@suzheng/sector";
import { connectInstitution, type Platform, runImport } from "@suzheng/server";

/** Fixed, so that every run reports the same rows. */
export const TODAY = "2026-11-20";

export type Reports = { sector: Sector; files: readonly string[]; rows: number };

/** Report files of an invented sector, by the simulator's defaults. */
export async function writeReports(
  folder: string,
  size: { bodies: number; certificates: number },
): Promise<Reports> {
  const sector = simulateSector({ seed: "bench", today: TODAY, ...size });
  const { files, rows } = await writeReportFiles(sector, { folder });
  return { sector, files, rows: rows["102010"] + rows["103010"] + rows["103011"] };
}

export const SUBMITTER = "bench";

export async function connectBodies(
  platform: Platform,
  institutions: Sector["institutions"],
): Promise<void> {
  for (const institution of institutions) {
    await connectInstitution({ ...platform, submitter: SUBMITTER }, institution);
  }
}

/** Connects the first body of the invented sector; its approval number. */
export async function connectOneBody(platform: Platform): Promise<string> {
  const { institutions } = simulateSector({
    seed: "bench",
    today: TODAY,
    bodies: 1,
    certificates: 1,
  });
  await connectBodies(platform, institutions);
  return institutions[0]?.approvalNumber ?? "";
}

/** As the `import` command does it, rules on. */
export function importFiles(platform: Platform, files: readonly string[], folder: string) {
  const request = {
    files: files.map((path) => ({ name: path.slice(path.lastIndexOf("/") + 1), path })),
    institution: null,
    ownInstitution: null,
    submitter: SUBMITTER,
    dryRun: false,
    allOrNothing: false,
  };
  const packs = platform.packs.map(({ pack }) => pack);
  return runImport({ ...platform, packs }, { request, folder, onProgress: () => {} });
}
