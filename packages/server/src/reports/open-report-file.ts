import { readCsv } from "./csv/read-csv.ts";
import { isBlankRow, type RawRow } from "./raw-row.ts";
import { HEADER_ROWS_MAX, type HeaderMatch, recogniseHeader } from "./recognise-header.ts";
import { REPORT_LIMITS, type ReportLimits } from "./report-limits.ts";
import { ReportFileError, type ReportProblem, reportFileError } from "./report-problem.ts";
import { type ReportRow, reportRows } from "./report-rows.ts";
import { localFile, type ReportSource, sourceBytes, tooLarge } from "./report-source.ts";
import type { ColumnPlace, ReportTable } from "./report-table.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

/** A file whose table is known and whose rows wait to be read, once. */
export interface ReportFile<Table extends ReportTable> {
  readonly name: string;
  readonly format: "csv" | "xlsx";
  /** How the text was read, for the user to see: `gb18030`, delimiter, name of the sheet. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly table: Table;
  /** Header cells as written, in order, without the error columns of an earlier rejection. */
  readonly header: readonly string[];
  readonly headerRow: number;
  /** Recognised columns; `at` is a position in `header`. */
  readonly columns: readonly ColumnPlace[];
  /** Header cells that belong to no column of the table; their cells are not in `cells`. */
  readonly unknownColumns: readonly string[];
  readonly absentFields: readonly string[];
  readonly bytesTotal: number;
  /** Bytes of the file worked through so far. */
  bytesRead(): number;
  /** Groups of about 500, read only as they are asked for. Throws ReportFileError. */
  readonly rows: AsyncIterable<ReportRow[]>;
  /** Lets go of the file; needed when `rows` is not read to its end. Safe to repeat. */
  close(): Promise<void>;
}

/** A sheet of either format, whose header is still to be found. */
interface OpenSheet {
  readonly format: "csv" | "xlsx";
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly rows: AsyncGenerator<RawRow[]>;
  bytesRead(): number;
  close(): Promise<void>;
}

interface FoundHeader<Table extends ReportTable> {
  readonly sheet: OpenSheet;
  readonly match: HeaderMatch<Table>;
  readonly head: readonly RawRow[];
}

/**
 * Opens a report file: format, encoding, delimiter, sheet, header and table are found from its
 * content. Throws ReportFileError with a coded problem when it is not a report that can be read.
 */
export async function openReportFile<Table extends ReportTable>(
  source: ReportSource,
  tables: readonly Table[],
  limits: ReportLimits = REPORT_LIMITS,
): Promise<ReportFile<Table>> {
  if (source.size > limits.fileBytesMax) throw tooLarge(limits.fileBytesMax);
  const bytes = sourceBytes(source, limits.fileBytesMax);
  const first = await bytes.next();
  if (first.done) throw emptyFile();
  refuseOtherFormats(first.value);
  const all = startingWith(first.value, bytes);
  const found = isZip(first.value)
    ? await findInXlsx(source, all, { tables, limits })
    : await findInCsv(all, { tables, limits });
  return reportFile(source, found);
}

interface Search<Table extends ReportTable> {
  readonly tables: readonly Table[];
  readonly limits: ReportLimits;
}

async function findInCsv<Table extends ReportTable>(
  bytes: AsyncGenerator<Buffer>,
  { tables, limits }: Search<Table>,
): Promise<FoundHeader<Table>> {
  let bytesRead = 0;
  const close = async () => {
    await bytes.return(undefined);
  };
  try {
    const counted = counting(bytes, (count) => {
      bytesRead += count;
    });
    const csv = await readCsv(counted, limits);
    const sheet = {
      ...csv,
      format: "csv",
      sheet: null,
      close,
      bytesRead: () => bytesRead,
    } as const;
    const found = await findHeader(sheet, tables);
    if ("code" in found) throw new ReportFileError(found);
    return found;
  } catch (error) {
    await close();
    throw error;
  }
}

/** The first visible sheet with a header of ours; the problem of the first sheet when none has. */
async function findInXlsx<Table extends ReportTable>(
  source: ReportSource,
  bytes: AsyncGenerator<Buffer>,
  { tables, limits }: Search<Table>,
): Promise<FoundHeader<Table>> {
  const file = await localFile(source, bytes);
  await bytes.return(undefined);
  const xlsx = await readXlsx(file.path, limits).catch(async (error) => {
    await file.release();
    throw error;
  });
  const close = async () => {
    xlsx.close();
    await file.release();
  };
  const bytesRead = () => Math.round(source.size * xlsx.progress());
  const base = { format: "xlsx", encoding: null, delimiter: null, close, bytesRead } as const;
  try {
    const problems: ReportProblem[] = [];
    for (const part of xlsx.sheets) {
      const found = await findHeader({ ...base, sheet: part.name, rows: xlsx.rows(part) }, tables);
      if (!("code" in found)) return found;
      problems.push(found);
    }
    const telling = problems.find(({ code }) => code === "report-columns-missing") ?? problems[0];
    throw telling === undefined ? emptyFile() : new ReportFileError(telling);
  } catch (error) {
    await close();
    throw error;
  }
}

async function findHeader<Table extends ReportTable>(
  sheet: OpenSheet,
  tables: readonly Table[],
): Promise<FoundHeader<Table> | ReportProblem> {
  const head: RawRow[] = [];
  // One row more than may be the header, because labels may stand below it.
  while (head.length <= HEADER_ROWS_MAX) {
    const next = await sheet.rows.next();
    if (next.done) break;
    head.push(...next.value.filter(({ cells }) => !isBlankRow(cells)));
  }
  const match = head.length === 0 ? emptyFile().problem : recogniseHeader(head, tables);
  if (!("code" in match)) return { sheet, match, head };
  await sheet.rows.return(undefined);
  return match;
}

function reportFile<Table extends ReportTable>(
  { name, size }: ReportSource,
  { sheet, match, head }: FoundHeader<Table>,
): ReportFile<Table> {
  const { errorColumnsAt } = match;
  const isKept = (at: number) => !errorColumnsAt.has(at);
  const shift = (at: number) => [...errorColumnsAt].filter((error) => error < at).length;
  async function* rows(): AsyncGenerator<ReportRow[]> {
    try {
      yield* reportRows(startingWith(head.slice(match.firstDataAt), sheet.rows), match);
    } finally {
      await sheet.close();
    }
  }
  return {
    name,
    format: sheet.format,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    sheet: sheet.sheet,
    table: match.table,
    header: match.cells.filter((_, at) => isKept(at)),
    headerRow: match.headerRow,
    columns: match.columns.map(({ field, at }) => ({ field, at: at - shift(at) })),
    unknownColumns: match.unknownColumns,
    absentFields: match.absentFields,
    bytesTotal: size,
    bytesRead: sheet.bytesRead,
    rows: rows(),
    async close() {
      await sheet.rows.return(undefined);
      await sheet.close();
    },
  };
}

async function* startingWith<Item>(first: Item, rest: AsyncGenerator<Item>) {
  yield first;
  yield* rest;
}

async function* counting(bytes: AsyncIterable<Buffer>, onBytes: (count: number) => void) {
  for await (const piece of bytes) {
    onBytes(piece.length);
    yield piece;
  }
}

/** Local file header, or the end record of an archive without parts. */
function isZip(bytes: Buffer): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && [0x03, 0x05].includes(bytes[2] ?? 0);
}

/** OLE compound files: .xls, .et, and every .xlsx with a password. PDF by mistake. */
function refuseOtherFormats(bytes: Buffer): void {
  if (isOpenDocument(bytes)) {
    throw reportFileError("report-format-unsupported", {
      zh: "这是 OpenDocument 格式的文件（.ods），不能直接导入。",
      en: "this is an OpenDocument file (.ods)",
    });
  }
  const start = bytes.subarray(0, 4).toString("latin1");
  if (start !== "\xd0\xcf\x11\xe0" && start !== "%PDF") return;
  throw reportFileError("report-format-unsupported", {
    zh: "这是旧版 .xls/.et、带密码的工作簿或 PDF，不能直接导入。",
    en: "this is an old .xls or .et workbook, one with a password, or a PDF",
  });
}

/**
 * Also a zip archive; its first part is `mimetype`, stored as it is (OpenDocument 1.3 part 2 §3.3).
 */
function isOpenDocument(bytes: Buffer): boolean {
  const [nameAt, mimetype] = [30, "mimetypeapplication/vnd.oasis.opendocument."];
  const found = bytes.subarray(nameAt, nameAt + mimetype.length).toString("latin1");
  return isZip(bytes) && found === mimetype;
}

function emptyFile() {
  return reportFileError("report-file-empty", {
    zh: "文件是空的，没有表头也没有数据。",
    en: "the file is empty: neither header nor rows",
  });
}
