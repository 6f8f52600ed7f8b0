import { isBlankRow, type RawRow } from "../raw-row.ts";
import { COLUMNS_MAX } from "../report-limits.ts";
import { isoDateText, numberText, unescapeText } from "./cell-text.ts";
import { scanXml, type XmlAttributes, type XmlHandler } from "./scan-xml.ts";
import type { Workbook } from "./workbook.ts";
import { damagedXlsx } from "./zip-parts.ts";

const PLAIN = { kind: "plain" } as const;

/** Rows of a sheet as its bytes come; blank rows are left out but counted. */
export async function* sheetRows(
  bytes: AsyncIterable<Buffer>,
  workbook: Workbook,
  onBytes: (count: number) => void,
): AsyncGenerator<RawRow[]> {
  const reader = sheetReader(workbook);
  for await (const count of scanXml(bytes, reader.handler)) {
    onBytes(count);
    const rows = reader.takeRows();
    if (rows.length > 0) yield rows;
  }
  yield reader.takeRows();
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
}

function sheetReader(workbook: Workbook): { handler: XmlHandler; takeRows(): RawRow[] } {
  let rows: RawRow[] = [];
  let row = 0;
  let column = 0;
  let cells: string[] = [];
  let cell: OpenCell | null = null;
  let inValue = false;
  let inPhonetic = false;

  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === "c") {
        column = columnOf(attributes.r) ?? column + 1;
        cell = openCell(column, attributes);
      } else if (name === "v" || name === "t") inValue = cell !== null && !inPhonetic;
      else if (name === "rPh") inPhonetic = true;
      else if (name === "row") {
        row = Number(attributes.r ?? row + 1);
        column = 0;
        cells = [];
      }
    },
    text(piece) {
      if (inValue && cell !== null) cell.value += piece;
    },
    close(name) {
      if (name === "v" || name === "t") inValue = false;
      else if (name === "c" && cell !== null) {
        putCell(cells, cell.column, cellText(cell, workbook));
        cell = null;
      } else if (name === "rPh") inPhonetic = false;
      else if (name === "row" && !isBlankRow(cells)) rows.push({ row, cells });
    },
  };
  const takeRows = () => {
    const taken = rows;
    rows = [];
    return taken;
  };
  return { handler, takeRows };
}

function openCell(column: number, attributes: XmlAttributes): OpenCell {
  const { t: type = "n", s: style = "0" } = attributes;
  return { column, type, style: Number(style), value: "" };
}

function cellText(cell: OpenCell, workbook: Workbook): string {
  const { type, value } = cell;
  if (value === "") return "";
  switch (type) {
    case "s": {
      const text = workbook.sharedStrings[Number(value)];
      if (text === undefined) throw damagedXlsx(`shared string ${value}`);
      return text;
    }
    case "n": {
      const format = workbook.formats[cell.style] ?? PLAIN;
      return numberText({ raw: value, format, date1904: workbook.date1904 });
    }
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "d":
      return isoDateText(value);
    default:
      return unescapeText(value);
  }
}

/** `column` is 1-based. What lies beyond the kept columns makes the row too wide, no more. */
function putCell(cells: string[], column: number, text: string): void {
  if (text === "") return;
  const at = Math.min(column, COLUMNS_MAX) - 1;
  while (cells.length < at) cells.push("");
  cells[at] = text;
}

/** 28 of `AB12`. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column > 0 ? column : undefined;
}
