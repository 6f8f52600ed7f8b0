import type { OpenObligation } from "@suzheng/api-contract";

/** Column heads and cells: the words of the reader's language, codes as they are. */
export type DutyColumns = {
  heads: readonly string[];
  cellsOf: (one: OpenObligation) => readonly string[];
};

type Written = DutyColumns & { csvLine: (cells: readonly string[]) => string };

const BYTE_ORDER_MARK = "\uFEFF";

/** Obligations as CSV, piece by piece; with a byte order mark a spreadsheet reads Chinese. */
export async function* dutiesAsCsv(
  pages: AsyncIterable<readonly OpenObligation[]>,
  { heads, cellsOf, csvLine }: Written,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(heads);
  for await (const page of pages) yield page.map((one) => csvLine(cellsOf(one))).join("");
}
