/** Upper bounds for one file; what a month's report of a large body needs is far below. */
export interface ReportLimits {
  readonly fileBytesMax: number;
  /** Sum of the parts of an .xlsx once unpacked. */
  readonly unpackedBytesMax: number;
  /** Unpacked to packed size of one part above 16 MiB. Sheets reach about 100, zip bombs 1,000. */
  readonly unpackedRatioMax: number;
  /** The shared strings of an .xlsx, the one part that is held in memory. */
  readonly sharedStringsBytesMax: number;
  /** Characters of one CSV row, so that a quote never closed does not swallow the file. */
  readonly rowCharsMax: number;
}

const MIB = 1024 * 1024;

export const REPORT_LIMITS: ReportLimits = {
  fileBytesMax: 1024 * MIB,
  unpackedBytesMax: 4096 * MIB,
  unpackedRatioMax: 400,
  sharedStringsBytesMax: 256 * MIB,
  rowCharsMax: MIB,
};

/** Rows are handed out in groups of about this many. */
export const CHUNK_ROWS = 400;
/** Columns beyond this one are not kept; the widest official table has fewer than 100. */
export const COLUMNS_MAX = 1000;
