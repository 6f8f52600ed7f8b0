import type { LocalText } from "@suzheng/api-contract";

/** Why a cell, or the row as a whole (`field` null), was not accepted. */
export interface RejectedReason {
  readonly field: string | null;
  readonly code: string;
  readonly message: LocalText;
}

export interface RejectedRow {
  readonly original: readonly string[];
  readonly reasons: readonly RejectedReason[];
}

/** Codes once each, for filtering. */
export function errorCodes(reasons: readonly RejectedReason[]): string {
  return [...new Set(reasons.map(({ code }) => code))].join("; ");
}

/** `CERT_NUMBER: certificate-number-blank — 证书编号不能为空` */
export function errorText(reasons: readonly RejectedReason[]): string {
  return reasons
    .map(({ field, code, message }) => `${field ?? "*"}: ${code} — ${message.zh}`)
    .join("; ");
}

/**
 * The row's cells with the two error columns right after the header's. Cells of a row that was too
 * wide follow them, so that nothing is lost and the row stays too wide until it is mended.
 */
export function rejectedCells({ original, reasons }: RejectedRow, width: number): string[] {
  const cells = original.slice(0, width);
  while (cells.length < width) cells.push("");
  return [...cells, errorCodes(reasons), errorText(reasons), ...original.slice(width)];
}
