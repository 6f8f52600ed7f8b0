import { createRequire } from "node:module";
import type { Writable } from "node:stream";
import type { stream } from "exceljs";
import { ERROR_COLUMNS } from "../recognise-header.ts";
import type { ColumnPlace } from "../report-table.ts";
import { errorText, type RejectedRow, rejectedCells } from "./rejected-row.ts";

export interface RejectedFile {
  write(row: RejectedRow): Promise<void>;
  end(): Promise<void>;
}

export interface RejectedLayout {
  readonly header: readonly string[];
  readonly columns: readonly ColumnPlace[];
  /** Of the sheet in an .xlsx. */
  readonly sheet?: string | null;
}

// CommonJS, and a third of a second to load: only who writes a workbook waits for it.
const loadExcel = createRequire(import.meta.url) as (name: "exceljs") => { stream: typeof stream };

const RED_FILL = {
  type: "pattern",
  pattern: "solid",
  fgColor: { argb: "FFFFC7CE" },
} as const;
/** Comments are held in memory until the sheet is written; the error columns say the same. */
const COMMENTS_MAX = 2000;
/** Rows between two pauses in which the archive is written out. */
const PAUSE_EVERY_ROWS = 200;
const ROWS_MAX = 1_048_576;

/**
 * All cells are text, so that `01` and long numbers stay as they are when edited in Excel. Memory
 * is not flat, unlike in CSV: exceljs takes rows faster than it packs them, 0.45 GB in all for
 * 50,000 rows of 40 columns. Choose CSV when that many may be rejected.
 */
export function rejectedXlsx(stream: Writable, layout: RejectedLayout): RejectedFile {
  const { xlsx } = loadExcel("exceljs").stream;
  const workbook = new xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(layout.sheet?.slice(0, 31) || "rejected", {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  const width = layout.header.length;
  sheet.columns = [...layout.header, ...ERROR_COLUMNS].map((_, at) => ({
    width: at > width ? 60 : 18,
    style: { numFmt: "@" },
  }));
  sheet.addRow([...layout.header, ...ERROR_COLUMNS]).commit();
  const placeOf = new Map(layout.columns.map(({ field, at }) => [field, at]));
  let written = 1;
  let comments = 0;

  return {
    async write(rejected) {
      written++;
      if (written > ROWS_MAX) throw new Error(`more than ${ROWS_MAX} rows for one sheet`);
      const row = sheet.addRow(rejectedCells(rejected, width));
      for (const [field, reasons] of Map.groupBy(rejected.reasons, (reason) => reason.field)) {
        const at = field === null ? undefined : placeOf.get(field);
        if (at === undefined) continue;
        const cell = row.getCell(at + 1);
        cell.fill = RED_FILL;
        if (comments++ < COMMENTS_MAX) cell.note = errorText(reasons);
      }
      row.commit();
      if (written % PAUSE_EVERY_ROWS === 0) await new Promise(setImmediate);
    },
    async end() {
      await workbook.commit();
    },
  };
}
