/** A row before its columns have names. */
export interface RawRow {
  /** 1-based, as a spreadsheet program shows it. */
  readonly row: number;
  readonly cells: string[];
}

export function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}
