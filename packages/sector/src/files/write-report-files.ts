import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { REPORT_TABLES, type ReportTableId } from "@suzheng/certification";
import type { SectorRow } from "../course/body-run.ts";
import type { Fault } from "../fault.ts";
import type { BodyHistory, Sector } from "../simulate-sector.ts";
import { openCsvFile } from "./csv-file.ts";
import type { TableFile } from "./table-file.ts";
import { openXlsxFile } from "./xlsx-file.ts";

export interface ReportFileOptions {
  readonly folder: string;
  readonly format?: "csv" | "xlsx";
  /** Of CSV files; workbooks are always UTF-8. */
  readonly encoding?: "utf8" | "utf8-bom";
  readonly fileNaming?: "per-body" | "per-body-and-month";
}

export interface WrittenReports {
  /** Paths in the order in which a shell glob lists them: by body, then plans first. */
  readonly files: readonly string[];
  readonly rows: Readonly<Record<ReportTableId, number>>;
  readonly malformed: number;
  readonly faults: readonly Fault[];
}

const FIELDS = Object.fromEntries(
  Object.values(REPORT_TABLES).map(({ id, columns }) => [id, columns.map(({ field }) => field)]),
) as Record<ReportTableId, string[]>;

/** Rows after which the event loop gets a turn, so that workbook streams can drain. */
const ROWS_PER_TURN = 2_000;

/** Streams a sector into `<approval number>-<table>-<period>` files, a row at a time. */
export async function writeReportFiles(
  sector: Sector,
  options: ReportFileOptions,
): Promise<WrittenReports> {
  mkdirSync(options.folder, { recursive: true });
  const written: Written = {
    files: [],
    rows: { "102010": 0, "103010": 0, "103011": 0 },
    malformed: 0,
    faults: [],
  };
  for (const history of sector.histories()) {
    await writeBody(history, { options, sector, written });
  }
  return { ...written, files: written.files.toSorted() };
}

interface Written {
  readonly files: string[];
  readonly rows: Record<ReportTableId, number>;
  malformed: number;
  readonly faults: Fault[];
}

interface Writing {
  readonly options: ReportFileOptions;
  readonly sector: Sector;
  readonly written: Written;
}

interface OpenFile {
  readonly period: string;
  readonly file: TableFile;
}

async function writeBody(history: BodyHistory, writing: Writing): Promise<void> {
  const open = new Map<ReportTableId, OpenFile>();
  let rows = 0;
  for (const row of history.rows) {
    const period = periodOf(row, writing);
    let current = open.get(row.table);
    if (current === undefined || current.period !== period) {
      await current?.file.close();
      current = { period, file: openTable(row, period, writing) };
      open.set(row.table, current);
    }
    current.file.write(FIELDS[row.table].map((field) => row.cells[field] ?? ""));
    writing.written.rows[row.table]++;
    if (row.malformed !== null) writing.written.malformed++;
    if (++rows % ROWS_PER_TURN === 0) await new Promise((turn) => setImmediate(turn));
  }
  for (const { file } of open.values()) await file.close();
  for (const fault of history.faults) writing.written.faults.push(fault);
}

const compactMonth = (isoDate: string): string => isoDate.slice(0, 7).replace("-", "");

function periodOf(row: SectorRow, { options, sector }: Writing): string {
  if (options.fileNaming === "per-body-and-month") return compactMonth(row.reportedOn);
  return `${compactMonth(sector.from)}-${compactMonth(sector.today)}`;
}

function openTable(row: SectorRow, period: string, { options, written }: Writing): TableFile {
  const format = options.format ?? "csv";
  const name = `${row.institution}-${row.table}-${period}.${format}`;
  const path = join(options.folder, name);
  written.files.push(path);
  const file =
    format === "xlsx"
      ? openXlsxFile(path, { sheet: row.table })
      : openCsvFile(path, { withBom: options.encoding === "utf8-bom" });
  file.write(FIELDS[row.table]);
  return file;
}
