import { closeSync, openSync, writeSync } from "node:fs";
import type { TableFile } from "./table-file.ts";

const UTF8_BOM = "\ufeff";
const BUFFER_CHARACTERS = 1 << 18;
const NEEDS_QUOTES = /[",\r\n]/;

const quoted = (cell: string): string =>
  NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** RFC 4180 with CRLF. Written in large blocks, so only one block is ever held. */
export function openCsvFile(path: string, { withBom }: { readonly withBom: boolean }): TableFile {
  const file = openSync(path, "w");
  let buffer = withBom ? UTF8_BOM : "";
  const flush = (): void => {
    writeSync(file, buffer);
    buffer = "";
  };
  return {
    write(cells) {
      for (let index = 0; index < cells.length; index++) {
        if (index > 0) buffer += ",";
        const cell = cells[index];
        if (cell) buffer += quoted(cell);
      }
      buffer += "\r\n";
      if (buffer.length >= BUFFER_CHARACTERS) flush();
    },
    async close() {
      flush();
      closeSync(file);
    },
  };
}
