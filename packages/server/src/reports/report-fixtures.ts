import { Readable } from "node:stream";
import { crc32, deflateRawSync } from "node:zlib";
import { openReportFile, type ReportFile } from "./open-report-file.ts";
import { REPORT_LIMITS, type ReportLimits } from "./report-limits.ts";
import { ReportFileError, type ReportProblem } from "./report-problem.ts";
import type { ReportRow } from "./report-rows.ts";
import type { ReportTable } from "./report-table.ts";

const column = (field: string, zh: string, mandatory = false) => ({
  field,
  label: { zh, en: field.toLowerCase().replaceAll("_", " ") },
  required: mandatory ? "always" : "optional",
});

/** Cut down to what the tests need; the real tables are given by the caller. */
export const TABLES: readonly ReportTable[] = [
  {
    id: "102010",
    columns: [
      column("AUDIT_PLAN_CODE", "计划编号", true),
      column("AUDIT_START_DATE", "审核开始时间", true),
      column("ORG_NAME", "组织名称"),
      column("REMARK", "备注"),
    ],
  },
  {
    id: "103010",
    columns: [
      column("CERT_NUMBER", "证书编号", true),
      column("RZJG_ID", "认证机构批准号", true),
      column("ORG_NAME", "组织名称", true),
      column("ORG_CODE", "组织机构代码"),
      column("CERTI_STATUS", "证书状态"),
      column("AWARD_DATE", "颁证日期"),
      column("APPR_S_DATE", "审核开始日期"),
    ],
  },
  {
    id: "103011",
    columns: [
      column("CERT_NUMBER", "证书编号", true),
      column("RZJG_ID", "认证机构批准号", true),
      column("FULL_NAME", "姓名", true),
      column("APPR_S_DATE", "审核开始时间"),
    ],
  },
];

/** A source whose bytes come once, in pieces of a size that cuts characters and line ends. */
export function bytesSource(bytes: Buffer | string, pieceBytes = 7) {
  const all = Buffer.from(bytes);
  const pieces: Buffer[] = [];
  for (let at = 0; at < all.length; at += pieceBytes) {
    pieces.push(all.subarray(at, at + pieceBytes));
  }
  return { name: "report", size: all.length, stream: () => Readable.from(pieces) };
}

/** Opens and reads everything, in pieces of a few bytes for CSV. */
export async function readAll(bytes: Buffer | string, limits: Partial<ReportLimits> = {}) {
  const pieceBytes = Buffer.from(bytes).subarray(0, 2).toString() === "PK" ? 16_384 : 7;
  const source = bytesSource(bytes, pieceBytes);
  const file = await openReportFile(source, TABLES, { ...REPORT_LIMITS, ...limits });
  const rows: ReportRow[] = [];
  for await (const chunk of file.rows) rows.push(...chunk);
  return { file, rows };
}

export async function problemOf(
  reading: Promise<{ file: ReportFile<ReportTable> }>,
): Promise<ReportProblem> {
  try {
    const { file } = await reading;
    throw new Error(`${file.name} was read without a problem`);
  } catch (error) {
    if (error instanceof ReportFileError) return error.problem;
    throw error;
  }
}

let gbkBytes: Map<string, Buffer> | null = null;

/** Node decodes GB18030 but does not encode it, so all two-byte sequences are decoded once. */
export function encodeGb18030(text: string): Buffer {
  gbkBytes ??= decodeEveryPair();
  const table = gbkBytes;
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = character < "\u0080" ? Buffer.from(character) : table.get(character);
      if (bytes === undefined) throw new Error(`${character} has no two-byte form`);
      return bytes;
    }),
  );
}

function decodeEveryPair(): Map<string, Buffer> {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const pair = Buffer.from([lead, trail]);
      const text = decoder.decode(pair);
      if ([...text].length === 1 && text !== "\ufffd") table.set(text, pair);
    }
  }
  return table;
}

/** A zip archive with these parts, deflated. */
export function makeZip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const sizes = Buffer.alloc(24);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(crc32(bytes), 10);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(bytes.length, 18);
    sizes.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(offset, 12);
    const header = [Buffer.from("PK\u0003\u0004"), sizes, Buffer.alloc(2), Buffer.from(name)];
    local.push(...header, packed);
    central.push(Buffer.from("PK\u0001\u0002\u0014\u0000"), sizes, rest, Buffer.from(name));
    offset += Buffer.concat(header).length + packed.length;
  }
  const end = Buffer.alloc(18);
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, ...central, Buffer.from("PK\u0005\u0006"), end]);
}

export interface WorkbookXml {
  /** `<row>` elements of each sheet, by its name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly workbookProperties?: string;
}

/** An .xlsx of hand-written XML, for what a well-behaved writer never produces. */
export function makeXlsx(xml: WorkbookXml): Buffer {
  const names = Object.keys(xml.sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    "xl/workbook.xml": `<workbook xmlns:r="r">${xml.workbookProperties ?? ""}<sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names
      .map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`))
      .join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet>${xml.styles ?? ""}</styleSheet>`,
    "xl/sharedStrings.xml": `<sst>${xml.sharedStrings ?? ""}</sst>`,
  };
  for (const [at, name] of names.entries()) {
    const rows = xml.sheets[name];
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  }
  return makeZip(parts);
}

/** `<row>` with these texts as inline strings, from column A. */
export function textRow(...texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row>${cells.join("")}</row>`;
}
