import { inOrder } from "../calendar-date.ts";
import { isOrganisationCodeShaped, isUsccShaped } from "../client/organisation-code.ts";
import type { LocalText } from "../local-text.ts";
import { complain, type Reader } from "./cell-reader.ts";
import { complainOrganisationCode } from "./read-cell.ts";
import type { RowError } from "./row-error.ts";
import { peopleOf, textOf } from "./tables/cell-value.ts";
import type { CellValues, ReportColumn, ReportTableId, RowContext } from "./tables/column.ts";
import { teamRole } from "./words.ts";

/** A row whose cells are read, on the way to be judged as a whole. */
export type RowUnderCheck = {
  readonly values: CellValues;
  readonly context: RowContext;
  readonly columns: ReadonlyMap<string, ReportColumn>;
  readonly problems: RowError[];
};

function readerOf(row: RowUnderCheck, field: string): Reader {
  const column = row.columns.get(field);
  if (column === undefined) throw new Error(`${field} is not a column of this table`);
  return { column, problems: row.problems };
}

type Order = {
  readonly earlier: string;
  readonly later: string;
  readonly expected: LocalText;
};

const ORDERS: Readonly<Record<ReportTableId, readonly Order[]>> = {
  "102010": [
    {
      earlier: "AUDIT_START_DATE",
      later: "AUDIT_END_DATE",
      expected: { zh: "审核结束不得早于开始", en: "the audit cannot end before it starts" },
    },
  ],
  "103010": [
    {
      earlier: "APPR_S_DATE",
      later: "APPR_E_DATE",
      expected: { zh: "审核结束不得早于开始", en: "the audit cannot end before it starts" },
    },
    {
      earlier: "AWARD_DATE",
      later: "CERTI_E_DATE",
      expected: { zh: "有效期不得早于发证日期", en: "the expiry cannot be before the issue date" },
    },
    {
      earlier: "FIRST_CERT_DATE",
      later: "AWARD_DATE",
      expected: {
        zh: "发证日期不得早于初次获证日期",
        en: "the issue date cannot be before the first certification",
      },
    },
    {
      earlier: "PAUSE_S_DATE",
      later: "PAUSE_E_DATE",
      expected: { zh: "暂停结束不得早于开始", en: "a suspension cannot end before it starts" },
    },
  ],
  "103011": [
    {
      earlier: "APPR_S_DATE",
      later: "APPR_E_DATE",
      expected: { zh: "结束不得早于开始", en: "the stage cannot end before it starts" },
    },
  ],
};

function checkOrder(row: RowUnderCheck, { earlier, later, expected }: Order): void {
  const start = textOf(row.values, earlier);
  const end = textOf(row.values, later);
  if (start === null || end === null || inOrder(start, end)) return;
  const words = {
    zh: `${earlier} 为 \`${start}\`，${expected.zh}`,
    en: `${earlier} is \`${start}\`, ${expected.en}`,
  };
  complain(readerOf(row, later), "dates-out-of-order", { value: end, expected: words });
}

function checkInstitution(row: RowUnderCheck): void {
  const written = textOf(row.values, "RZJG_ID");
  const expected = row.context.institution;
  if (written === null || expected === undefined || written === expected) return;
  complain(readerOf(row, "RZJG_ID"), "institution-differs", { value: written, expected });
}

const CHINA = "156";
/** First digits of GB/T 2260 for Taiwan, Hong Kong and Macao, and what is used for abroad. */
const OUTSIDE_MAINLAND = /^(?:71|81|82|9|00)/;

function isMainland(values: CellValues): boolean {
  const country = textOf(values, "ORG_COUNTRY");
  if (country !== null && country !== CHINA) return false;
  return !OUTSIDE_MAINLAND.test(textOf(values, "ORG_DISTRICT") ?? "");
}

function checkOrganisationCode(row: RowUnderCheck): void {
  const code = textOf(row.values, "ORG_CODE");
  if (code === null || code.length === 18 || isUsccShaped(code)) return;
  if (isOrganisationCodeShaped(code) || !isMainland(row.values)) return;
  complainOrganisationCode(readerOf(row, "ORG_CODE"), code);
}

function checkPlan(row: RowUnderCheck): void {
  checkOrganisationCode(row);
  const team = peopleOf(row.values, "AUDIT_INSPECTOR");
  const leader = team.findIndex(({ role }) => teamRole(role) === "leader");
  if (leader <= 0) return;
  complain(readerOf(row, "AUDIT_INSPECTOR"), "leader-not-first", {
    value: String(leader + 1),
    expected: { zh: "组长应写在第一位", en: "the leader is written first" },
  });
}

function checkCertificate(row: RowUnderCheck): void {
  checkOrganisationCode(row);
  const issuedOn = textOf(row.values, "AWARD_DATE");
  const { reportedOn } = row.context;
  if (issuedOn !== null && reportedOn !== undefined && issuedOn > reportedOn) {
    const words = { value: issuedOn, expected: reportedOn };
    complain(readerOf(row, "AWARD_DATE"), "issued-after-report", words);
  }
  const main = textOf(row.values, "M_CERTI_NUM");
  if (main !== null && main === textOf(row.values, "CERT_NUMBER")) {
    complain(readerOf(row, "M_CERTI_NUM"), "child-is-its-own-main", {
      value: main,
      expected: { zh: "应填写主证书的编号", en: "the main certificate's number is expected" },
    });
  }
}

/** What only the whole row can show. */
export function checkRow(table: ReportTableId, row: RowUnderCheck): void {
  checkInstitution(row);
  for (const order of ORDERS[table]) checkOrder(row, order);
  if (table === "102010") checkPlan(row);
  if (table === "103010") checkCertificate(row);
}
