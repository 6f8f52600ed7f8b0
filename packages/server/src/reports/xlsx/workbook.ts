import { unescapeText } from "./cell-text.ts";
import { builtInFormat, customFormat, type NumberFormat } from "./number-format.ts";
import { scanWholeXml } from "./scan-xml.ts";
import { damagedXlsx, expandsTooFar, type ZipParts } from "./zip-parts.ts";

export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

/** What the cells of every sheet of a workbook refer to. */
export interface Workbook {
  /** Visible worksheets in the order of their tabs. */
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  /** By the style number of a cell. */
  readonly formats: readonly NumberFormat[];
  readonly sharedStrings: readonly string[];
}

interface Relations {
  readonly sheets: Map<string, string>;
  sharedStrings: string | null;
  styles: string | null;
}

/** Styles and the list of sheets are small in every real workbook. */
const SMALL_PART_BYTES_MAX = 64 * 1024 * 1024;

export async function readWorkbook(
  parts: ZipParts,
  sharedStringsBytesMax: number,
): Promise<Workbook> {
  if (!parts.has("xl/workbook.xml")) throw damagedXlsx("no xl/workbook.xml");
  const relations = await readRelations(parts);
  const { sheets, date1904 } = await readSheetList(parts, relations.sheets);
  const formats = await readFormats(parts, relations.styles ?? "xl/styles.xml");
  const stringsPart = relations.sharedStrings ?? "xl/sharedStrings.xml";
  if (parts.unpackedSize(stringsPart) > sharedStringsBytesMax) throw expandsTooFar();
  const sharedStrings = await readSharedStrings(parts, stringsPart);
  return { sheets, date1904, formats, sharedStrings };
}

function readSmallPart(parts: ZipParts, name: string) {
  if (parts.unpackedSize(name) > SMALL_PART_BYTES_MAX) throw expandsTooFar();
  return parts.read(name);
}

async function readRelations(parts: ZipParts): Promise<Relations> {
  const relations: Relations = { sheets: new Map(), sharedStrings: null, styles: null };
  await scanWholeXml(readSmallPart(parts, "xl/_rels/workbook.xml.rels"), {
    open(name, { Id = "", Type = "", Target = "" }) {
      if (name !== "Relationship") return;
      const part = Target.startsWith("/") ? Target.slice(1) : `xl/${Target.replace(/^\.\//, "")}`;
      if (Type.endsWith("/worksheet")) relations.sheets.set(Id, part);
      if (Type.endsWith("/sharedStrings")) relations.sharedStrings = part;
      if (Type.endsWith("/styles")) relations.styles = part;
    },
  });
  return relations;
}

async function readSheetList(parts: ZipParts, relations: ReadonlyMap<string, string>) {
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await scanWholeXml(readSmallPart(parts, "xl/workbook.xml"), {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const part = relations.get(id);
      const visible = (attributes.state ?? "visible") === "visible";
      if (part !== undefined && visible) sheets.push({ name: attributes.name ?? "", part });
    },
  });
  return { sheets, date1904 };
}

async function readFormats(parts: ZipParts, part: string): Promise<NumberFormat[]> {
  const custom = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  if (!parts.has(part)) return formats;
  await scanWholeXml(readSmallPart(parts, part), {
    open(name, attributes) {
      const id = Number(attributes.numFmtId ?? 0);
      if (name === "numFmt") custom.set(id, customFormat(attributes.formatCode ?? ""));
      if (name === "cellXfs") inCellFormats = true;
      if (name === "xf" && inCellFormats) formats.push(custom.get(id) ?? builtInFormat(id));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return formats;
}

/** Rich text is joined; phonetic guides (`rPh`) are not part of what the cell says. */
async function readSharedStrings(parts: ZipParts, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let inPhonetic = false;
  if (!parts.has(part)) return strings;
  await scanWholeXml(parts.read(part), {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") inPhonetic = true;
      else if (name === "t") inText = !inPhonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inPhonetic = false;
      else if (name === "si") strings.push(unescapeText(text));
    },
  });
  return strings;
}
