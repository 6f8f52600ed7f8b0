import type { RawRow } from "../raw-row.ts";
import type { ReportLimits } from "../report-limits.ts";
import { sheetRows } from "./sheet-rows.ts";
import { readWorkbook, type SheetPart } from "./workbook.ts";
import { openZipParts } from "./zip-parts.ts";

export interface XlsxFile {
  /** Visible worksheets in the order of their tabs. */
  readonly sheets: readonly SheetPart[];
  /** Reads a sheet from its start; may be called again for another sheet. */
  rows(sheet: SheetPart): AsyncGenerator<RawRow[]>;
  /** How far the sheet being read has come, 0 to 1. */
  progress(): number;
  close(): void;
}

/** Memory holds the shared strings and one piece of the sheet; nothing is written to disk. */
export async function readXlsx(path: string, limits: ReportLimits): Promise<XlsxFile> {
  const parts = await openZipParts(path, limits);
  try {
    const workbook = await readWorkbook(parts, limits.sharedStringsBytesMax);
    let bytesRead = 0;
    let bytesTotal = 1;
    return {
      sheets: workbook.sheets,
      rows(sheet) {
        bytesRead = 0;
        bytesTotal = Math.max(1, parts.unpackedSize(sheet.part));
        return sheetRows(parts.read(sheet.part), workbook, (count) => {
          bytesRead += count;
        });
      },
      progress: () => bytesRead / bytesTotal,
      close: () => parts.close(),
    };
  } catch (error) {
    parts.close();
    throw error;
  }
}
