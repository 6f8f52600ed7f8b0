/**
 * What this folder needs to know of an official table; `REPORT_TABLES` of certification fits it.
 */
export interface ReportTable {
  /** Official number of the table, `103010`. */
  readonly id: string;
  readonly columns: readonly ReportColumn[];
}

export interface ReportColumn {
  /** Official field name, `CERT_NUMBER`. */
  readonly field: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** "always": a file without this column cannot be imported. Other values are for the rows. */
  readonly required?: unknown;
}

/** Where a recognised field stands; `at` is the 0-based position among the header's cells. */
export interface ColumnPlace {
  readonly field: string;
  readonly at: number;
}
