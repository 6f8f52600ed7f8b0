import type { LocalText } from "@suzheng/api-contract";

/** Everything that can be wrong with a report file itself, or with the shape of one of its rows. */
export const REPORT_PROBLEM_CODES = [
  "report-file-empty",
  "report-file-unreadable",
  "report-file-too-large",
  "report-format-unsupported",
  "report-encoding-broken",
  "report-table-unknown",
  "report-columns-missing",
  "report-row-too-wide",
  "report-csv-quote",
  "report-xlsx-damaged",
  "report-xlsx-expands-too-far",
] as const;
export type ReportProblemCode = (typeof REPORT_PROBLEM_CODES)[number];

export interface ReportProblem {
  readonly code: ReportProblemCode;
  /** Row as the sheet shows it (1-based), when the problem has a place. */
  readonly row: number | null;
  readonly message: LocalText;
  /** What the user does now. */
  readonly wayOut: LocalText;
}

/**
 * Says that a file cannot be read, or not further. An error and not a returned value, because it
 * may come after thousands of rows were handed out, in the middle of a `for await`.
 */
export class ReportFileError extends Error {
  readonly problem: ReportProblem;

  constructor(problem: ReportProblem, cause?: unknown) {
    super(`${problem.code}: ${problem.message.en}`, { cause });
    this.name = "ReportFileError";
    this.problem = problem;
  }
}

const WAY_OUT: Record<ReportProblemCode, LocalText> = {
  "report-file-empty": {
    zh: "请检查是否选错文件；文件至少要有一行官方字段名表头。",
    en: "Check that it is the right file; it needs at least the header row of official field names.",
  },
  "report-file-unreadable": {
    zh: "请确认文件存在且未被其他程序占用，然后重新上传。",
    en: "Make sure the file exists and no other program holds it, then send it again.",
  },
  "report-file-too-large": {
    zh: "请按月份或按证书拆分为几个文件后分别导入。",
    en: "Split it, by month or by certificate, and import the parts one by one.",
  },
  "report-format-unsupported": {
    zh: "请在 Excel 或 WPS 中打开（有密码的先去掉密码），另存为 .xlsx 或 CSV UTF-8 后重新导入。",
    en: "Open it in Excel or WPS, remove any password, save as .xlsx or CSV UTF-8, import again.",
  },
  "report-encoding-broken": {
    zh: "请在 Excel 或 WPS 中另存为“CSV UTF-8”或 .xlsx 后重新导入；不要把不同编码的文件拼接在一起。",
    en: "Save it as CSV UTF-8 or .xlsx and import again; do not join files of different encodings.",
  },
  "report-table-unknown": {
    zh: "请在前五行内给出官方字段名表头（102010 审核计划、103010 证书、103011 审核结果之一）。",
    en: "Put the official field names of one table (102010, 103010, 103011) in the first five rows.",
  },
  "report-columns-missing": {
    zh: "请补上缺少的列（列的顺序不限），再重新导入。",
    en: "Add the missing columns, in any order, and import again.",
  },
  "report-row-too-wide": {
    zh: "请检查该行：单元格内的逗号要用英文双引号括起来，表头以外不要有内容。",
    en: "Check that row: quote cells that contain the delimiter, leave nothing beyond the header.",
  },
  "report-csv-quote": {
    zh: '请检查该行的英文双引号：成对使用，单元格内的双引号写成两个 ""。',
    en: "Check the double quotes of that row: in pairs, and doubled inside a cell.",
  },
  "report-xlsx-damaged": {
    zh: "请在 Excel 或 WPS 中打开并另存为新的 .xlsx，或重新下载后再导入。",
    en: "Open it in Excel or WPS and save it as a new .xlsx, or fetch it again, then import.",
  },
  "report-xlsx-expands-too-far": {
    zh: "请把数据复制到新的工作簿并删去空白行列，或另存为 CSV 后重新导入。",
    en: "Copy the rows into a new workbook without blank rows and columns, or save as CSV.",
  },
};

export function reportProblem(
  code: ReportProblemCode,
  message: LocalText,
  row: number | null = null,
): ReportProblem {
  return { code, row, message, wayOut: WAY_OUT[code] };
}

/** The error for a problem; `cause` is kept for the operator's log, never shown to the user. */
export function reportFileError(
  code: ReportProblemCode,
  message: LocalText,
  place: { row?: number; cause?: unknown } = {},
): ReportFileError {
  return new ReportFileError(reportProblem(code, message, place.row ?? null), place.cause);
}
