/** Old numbering convention, fact 5.5: read where it fits, never demanded. */
export type CertificateNumberParts = {
  /** Three digits given to the body. */
  readonly bodyNumber: string;
  /** Two-digit year of the initial or latest recertification audit. */
  readonly year: string;
  /** `Q`, `E`, `S` … */
  readonly system: string;
  readonly sequence: string;
  /** 0 for the first cycle; null when not written. */
  readonly cycle: number | null;
  /** Size class of the covered headcount, `S`, `M`, `L`. */
  readonly size: string | null;
  /** Number of the child certificate behind the slash. */
  readonly child: string | null;
};

const CONVENTION =
  /^(\d{3})(\d{2})([A-Z]{1,5}?)(\d{3,8})(?:R(\d{1,2}))?([SML])?(?:[-/](\d{1,4}))?$/;

export function parseCertificateNumber(number: string): CertificateNumberParts | null {
  const parts = CONVENTION.exec(number);
  if (parts === null) return null;
  return {
    bodyNumber: parts[1] ?? "",
    year: parts[2] ?? "",
    system: parts[3] ?? "",
    sequence: parts[4] ?? "",
    cycle: parts[5] === undefined ? null : Number(parts[5]),
    size: parts[6] ?? null,
    child: parts[7] ?? null,
  };
}

export type NumberAsWritten = "clean" | "blanks" | "lower-case";

/** How a reported number is written, before it is read as fact I-05 says. */
export function numberAsWritten(cell: string): NumberAsWritten {
  if (/[\p{Z}\p{Cc}\p{Cf}]/u.test(cell)) return "blanks";
  return cell === cell.toUpperCase() ? "clean" : "lower-case";
}
