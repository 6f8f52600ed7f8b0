import { createRequire } from "node:module";
import type { stream } from "exceljs";
import type { TableFile } from "./table-file.ts";

// CommonJS, and a third of a second to load: only who writes a workbook waits for it.
const loadExcel = createRequire(import.meta.url) as (name: "exceljs") => { stream: typeof stream };

/** A workbook of one sheet; all cells are text, so dates and codes stay as written. */
export function openXlsxFile(path: string, { sheet }: { readonly sheet: string }): TableFile {
  const { xlsx } = loadExcel("exceljs").stream;
  const workbook = new xlsx.WorkbookWriter({
    filename: path,
    useSharedStrings: false,
  });
  const worksheet = workbook.addWorksheet(sheet);
  return {
    write(cells) {
      worksheet.addRow(cells.map((cell) => (cell === "" ? null : cell))).commit();
    },
    async close() {
      worksheet.commit();
      await workbook.commit();
    },
  };
}
