/**
 * Cells a spreadsheet program would run as a formula. Written with a leading apostrophe and read
 * with that apostrophe removed, whatever wrote the file; values that already begin so get one more,
 * so every value survives writing and reading. Plain signed numbers and a lone sign are left as
 * they are.
 */
const FORMULA_START = /^'*[=+\-@\t\r]/;
const HARMLESS = /^[+-]?(?:\d+(?:\.\d*)?)?$/;
const GUARDED = /^'+[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

export function guardFormula(cell: string): string {
  return FORMULA_START.test(cell) && !HARMLESS.test(cell) ? `'${cell}` : cell;
}

export function unguardFormula(cell: string): string {
  return cell.charCodeAt(0) === 0x27 && GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** One CSV record with its line end (RFC 4180, comma, CRLF). */
export function csvLine(cells: readonly string[]): string {
  let line = "";
  for (let at = 0; at < cells.length; at++) {
    const cell = guardFormula(cells[at] ?? "");
    if (at > 0) line += ",";
    line += NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return `${line}\r\n`;
}
