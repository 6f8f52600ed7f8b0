import type { LocalText } from "../local-text.ts";
import { type RowError, type RowErrorCode, rowError } from "./row-error.ts";
import type { ReportColumn } from "./tables/column.ts";

/** One column, and where its problems go. */
export type Reader = { readonly column: ReportColumn; readonly problems: RowError[] };

/** Notes a problem; returns null, the value of a cell that cannot be read. */
export function complain(
  { column, problems }: Reader,
  code: RowErrorCode,
  words: { value: string; expected: LocalText | string },
): null {
  problems.push(rowError(column.field, code, { label: column.label, ...words }));
  return null;
}
