import type { CodeListName } from "../../code-lists.ts";
import type { LocalText } from "../../local-text.ts";
import type { CellValue } from "./cell-value.ts";

/** What a cell holds. Each type has one reader in `read-cell.ts`. */
export type ColumnType =
  | "text"
  | "code"
  | "number"
  | "integer"
  | "date"
  | "moment"
  | "flag"
  | "people"
  | "approval-number"
  | "organisation-code"
  | "certificate-number"
  | "item-code"
  | "district"
  | "country"
  | "industry"
  | "business-scope";

export type CellValues = Readonly<Record<string, CellValue>>;

/** What is known about a row besides its cells. */
export type RowContext = {
  /** Approval number of the body whose file this is, when not read from the row. */
  readonly institution?: string;
  /** Day of reporting; with it, an issue date in the future is refused. */
  readonly reportedOn?: string;
};

export type Required =
  | "always"
  | "optional"
  | {
      readonly when: LocalText;
      readonly applies: (values: CellValues, context: RowContext) => boolean;
    };

export type ReportColumn = {
  /** Official field name, the header of the column. */
  readonly field: string;
  readonly label: LocalText;
  readonly type: ColumnType;
  readonly maxLength?: number;
  readonly required: Required;
  /** The list that a code is looked up in. */
  readonly codes?: CodeListName;
  /** Several values, separated by full-width semicolons. */
  readonly multi?: boolean;
  readonly valuesMax?: number;
  /** The template's own "public" mark. */
  readonly public: boolean;
  /** The official name or meaning was not seen; `note` says what was assumed. */
  readonly unconfirmed?: boolean;
  readonly note?: LocalText;
};

export type ReportTableId = "102010" | "103010" | "103011";

export type ReportTable = {
  readonly id: ReportTableId;
  readonly title: LocalText;
  readonly columns: readonly ReportColumn[];
};
