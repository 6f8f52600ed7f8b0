import type { ImportSummary } from "@suzheng/api-contract";
import {
  type ReportFileOptions,
  type WrittenReports,
  writeReportFiles,
} from "./files/write-report-files.ts";
import type { Institution } from "./institution.ts";
import type { Sector } from "./simulate-sector.ts";

/** What the simulator asks of the platform; implemented over the API client or the use cases. */
export interface SectorCommands {
  /** Resolves once the body has a log. Registering a known body again changes nothing. */
  registerInstitution(institution: Institution): Promise<void>;
  /** Resolves once every row of the file is recorded or rejected. Files come plans first. */
  importFile(path: string): Promise<ImportSummary>;
}

export interface Drive {
  readonly written: WrittenReports;
  readonly imported: readonly { readonly path: string; readonly summary: ImportSummary }[];
}

/** Registers the bodies of a sector and hands in their report files, as real users would. */
export async function drive(
  sector: Sector,
  commands: SectorCommands,
  options: ReportFileOptions,
): Promise<Drive> {
  for (const institution of sector.institutions) await commands.registerInstitution(institution);
  const written = await writeReportFiles(sector, options);
  const imported = [];
  for (const path of written.files) {
    imported.push({ path, summary: await commands.importFile(path) });
  }
  return { written, imported };
}
