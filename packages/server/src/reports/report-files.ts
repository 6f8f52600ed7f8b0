import { stat } from "node:fs/promises";
import { join } from "node:path";
import { REPORT_TABLES } from "@suzheng/certification";
import { CodedError } from "../application/coded-error.ts";
import type { ImportFile } from "../application/imports/import-reports.ts";
import type { RejectedFiles, ReportFiles } from "../application/imports/import-runs.ts";
import { INSTITUTION_TABLE } from "../application/imports/institution-rows.ts";
import { notWritable } from "../not-writable.ts";
import { openReportFile, type ReportFile } from "./open-report-file.ts";
import { rejectedRowsWriter } from "./rejected/rejected-rows-writer.ts";
import { ReportFileError } from "./report-problem.ts";
import type { ReportTable } from "./report-table.ts";

const TABLES: readonly ReportTable[] = [...Object.values(REPORT_TABLES), INSTITUTION_TABLE];

type Opened = ReportFile<ReportTable>;

function coded(name: string, error: ReportFileError): CodedError {
  const { code, message, wayOut, row } = error.problem;
  const place = row === null ? name : `${name}:${row}`;
  return new CodedError(
    code,
    { detail: { zh: `${place} ${message.zh}`, en: `${place}: ${message.en}` }, wayOut },
    { cause: error },
  );
}

/** A file may break in its middle; the rows before it stand. */
async function* codedRows(
  file: Opened,
): AsyncGenerator<ImportFile["rows"] extends AsyncIterable<infer R> ? R : never> {
  try {
    yield* file.rows;
  } catch (error) {
    throw error instanceof ReportFileError ? coded(file.name, error) : error;
  }
}

/** Characters of a file's name that its rejected rows keep; a path component has 255 bytes. */
const STEM_CHARACTERS_MAX = 60;

/** `plans.csv` → `plans`; a second file of that name in one run → `plans-2`. */
function freshStem({ name }: Opened, used: Set<string>): string {
  const stem = [...name.replace(/\.[^.]*$/, "")].slice(0, STEM_CHARACTERS_MAX).join("");
  let fresh = stem;
  for (let count = 2; used.has(fresh); count++) fresh = `${stem}-${count}`;
  used.add(fresh);
  return fresh;
}

/** Rows of a workbook are held in memory until it is packed, see `rejectedXlsx`. */
const WORKBOOK_ROWS_MAX = 20_000;

export function reportFilesOnDisk(): ReportFiles {
  const opened = new WeakMap<ImportFile, Opened>();
  return {
    async open({ name, path }) {
      try {
        const found = await stat(path);
        if (found.isDirectory()) throw aFolder(name);
        const { size } = found;
        const file: Opened = await openReportFile({ name, size, path }, TABLES);
        const { table, bytesTotal } = file;
        const bytesRead = () => file.bytesRead();
        const made = { name, table, bytesTotal, bytesRead, rows: codedRows(file) };
        opened.set(made, file);
        return made;
      } catch (error) {
        if (error instanceof ReportFileError) throw coded(name, error);
        throw notThere(name, error);
      }
    },
    rejectsInto(folder) {
      const used = new Set<string>();
      return (made) => {
        const file = opened.get(made);
        if (file === undefined) throw new Error("a file is opened before its rows are rejected");
        return rejectedSink(file, folder, freshStem(file, used));
      };
    },
  };
}

/** A workbook for as many rows as people mend by hand; what comes after them goes into a CSV. */
function rejectedSink(file: Opened, folder: string, stem: string): RejectedFiles {
  const { header, columns, sheet } = file;
  const about = sheet === null ? { header, columns } : { header, columns, sheet };
  const parts = (file.format === "xlsx" ? (["xlsx", "csv"] as const) : (["csv"] as const)).map(
    (format) => {
      const name = `${stem}.rejected.${format}`;
      const target = join(folder, name);
      return { name, writer: rejectedRowsWriter({ ...about, format, target }) };
    },
  );
  let rows = 0;
  return {
    async write(row) {
      const part = parts[rows < WORKBOOK_ROWS_MAX ? 0 : parts.length - 1];
      rows += 1;
      await part?.writer.write(row).catch((error) => {
        throw unwritable(folder, error);
      });
    },
    async close() {
      const names: string[] = [];
      for (const { name, writer } of parts) {
        const written = await writer.close().catch((error) => {
          throw unwritable(folder, error);
        });
        if (written > 0) names.push(name);
      }
      return names;
    },
  };
}

const unwritable = (folder: string, error: unknown): unknown =>
  notWritable(error, {
    code: "rejected-file-not-writable",
    path: folder,
    wayOut: {
      zh: "已记录的行有效；换一个文件夹，再次导入同样的文件，即可得到退回的行。",
      en: "Recorded rows stand; import the same files again with another folder to get the rejected ones.",
    },
  });

const aFolder = (name: string) =>
  new CodedError("report-file-unreadable", {
    detail: { zh: `\`${name}\` 是文件夹，不是文件。`, en: `\`${name}\` is a folder, not a file` },
    wayOut: {
      zh: `写明其中的文件，例如 ${name}/*。`,
      en: `Name the files in it, for example ${name}/*.`,
    },
  });

function notThere(name: string, cause: unknown): unknown {
  if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) return cause;
  return new CodedError(
    "report-file-unreadable",
    {
      detail: { zh: `找不到文件 \`${name}\`。`, en: `there is no file \`${name}\`` },
      wayOut: { zh: "核对路径。", en: "Check the path." },
    },
    { cause },
  );
}
