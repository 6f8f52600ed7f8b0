import { createRequire } from "node:module";
import type { stream } from "exceljs";
import type { TableFile } from "./table-file.ts";

// exceljs is CommonJS without named exports that Node can see.
const excel = createRequire(import.meta.url)("exceljs") as { stream: typeof stream };

/** A workbook of one sheet; all cells are text, so dates and codes stay as written. */
export function openXlsxFile(path: string, { sheet }: { readonly sheet: string }): TableFile {
  const workbook = new excel.stream.xlsx.WorkbookWriter({
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
