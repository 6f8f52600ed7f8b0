import assert from "node:assert/strict";
import { test } from "node:test";
import { EXAMPLE_CELLS } from "./example-cells.ts";
import { type Cells, parseReportRow } from "./parse-report-row.ts";
import type { ReportTableId, RowContext } from "./tables/column.ts";

const INSTITUTION = "CNCA-R-2026-901";

function codesOf(table: ReportTableId, changes: Cells, context: RowContext = {}): string[] {
  const cells = { ...EXAMPLE_CELLS[table], ...changes };
  const parsed = parseReportRow(table, cells, { institution: INSTITUTION, ...context });
  const found = parsed.ok ? parsed.warnings : parsed.errors;
  return found.map(({ field, code }) => `${field} ${code}`).sort();
}

type Row = { name: string; table: ReportTableId; cells: Cells; expect: readonly string[] };

/**
 * Each rule of table 103010 that demands a cell only sometimes: fulfilled, broken, not applicable.
 */
const REQUIRED_WHEN: readonly Row[] = [
  {
    name: "a suspension names cause, first and last day",
    table: "103010",
    cells: { CERTI_STATUS: "02" },
    expect: [
      "PAUSE_CAUSE required-when",
      "PAUSE_E_DATE required-when",
      "PAUSE_S_DATE required-when",
    ],
  },
  {
    name: "a complete suspension passes",
    table: "103010",
    cells: {
      CERTI_STATUS: "02",
      PAUSE_CAUSE: "0111；0112",
      PAUSE_S_DATE: "2027-03-01",
      PAUSE_E_DATE: "2027-08-31",
    },
    expect: [],
  },
  {
    name: "a withdrawal names cause and day",
    table: "103010",
    cells: { CERTI_STATUS: "03" },
    expect: ["CANCEL_CAUSE required-when", "CANCEL_DATE required-when"],
  },
  {
    name: "a cancellation needs no withdrawal cause",
    table: "103010",
    cells: { CERTI_STATUS: "04" },
    expect: [],
  },
  {
    name: "activity 05 names the change",
    table: "103010",
    cells: { APPR_AC_CODE: "05" },
    expect: ["CHG_DATE required-when", "CHG_TYP_CODE required-when"],
  },
  {
    name: "report type 05 names the change",
    table: "103010",
    cells: { REPORT_TYPE: "05" },
    expect: ["CHG_DATE required-when", "CHG_TYP_CODE required-when"],
  },
  {
    name: "report type 04 alone does not demand the change fields",
    table: "103010",
    cells: { REPORT_TYPE: "04" },
    expect: [],
  },
  {
    name: "a re-issue names its cause and the certificate before",
    table: "103010",
    cells: { REPORT_TYPE: "02" },
    expect: [
      "EXCHANGE_CAUSE required-when",
      "EXCHANGE_DATE required-when",
      "IS_CHG_CERTI required-when",
      "O_AWARD_JG required-when",
      "O_CERTI_NUM required-when",
    ],
  },
  {
    name: "a child certificate names its main",
    table: "103010",
    cells: { IS_C_CERTI: "1" },
    expect: ["M_CERTI_NUM required-when"],
  },
  {
    name: "a quality certificate with the CNAS mark has a risk level",
    table: "103010",
    cells: { RISK_PARAM: "" },
    expect: ["RISK_PARAM required-when"],
  },
  {
    name: "an information security certificate with the CNAS mark has a risk level",
    table: "103010",
    cells: { RISK_PARAM: "", AUTH_PROJ_CODE: "A0501" },
    expect: ["RISK_PARAM required-when"],
  },
  {
    name: "an energy certificate needs no risk level",
    table: "103010",
    cells: { RISK_PARAM: "", AUTH_PROJ_CODE: "A0901" },
    expect: [],
  },
  {
    name: "without the CNAS mark neither risk level nor overdue flag is demanded",
    table: "103010",
    cells: { RISK_PARAM: "", ACC_SYMBOL: "", IS_OVERFLOW: "" },
    expect: [],
  },
  {
    name: "the CNAS mark demands the overdue flag",
    table: "103010",
    cells: { IS_OVERFLOW: "" },
    expect: ["IS_OVERFLOW required-when"],
  },
  {
    name: "an overdue audit names programme, cause and planned start",
    table: "103010",
    cells: { IS_OVERFLOW: "1" },
    expect: [
      "AUDIT_PLAN_NO required-when",
      "OVERFLOW_CAUSE required-when",
      "PLAN_START required-when",
    ],
  },
  ...["01", "02", "03", "06"].map((activity) => ({
    name: `activity ${activity} names fee and contract`,
    table: "103010" as const,
    cells: { APPR_AC_CODE: activity, REV_CERTI_FEE: "", INVOICE_NUM: "" },
    expect: ["INVOICE_NUM required-when", "REV_CERTI_FEE required-when"],
  })),
  {
    name: "a special audit needs no fee",
    table: "103010",
    cells: { APPR_AC_CODE: "04", REV_CERTI_FEE: "", INVOICE_NUM: "" },
    expect: [],
  },
];

const CELLS: readonly Row[] = [
  ...(["102010", "103010", "103011"] as const).map((table) => ({
    name: `the example of ${table} passes`,
    table,
    cells: {},
    expect: [],
  })),
  {
    name: "all errors of a row come at once",
    table: "103010",
    cells: { CERTI_STATUS: "77", AWARD_DATE: "2026-13-45", ORG_NAME: " ", RELA_PEOP_NUM: "-3" },
    expect: [
      "AWARD_DATE not-a-date",
      "CERTI_STATUS unknown-code",
      "ORG_NAME required",
      "RELA_PEOP_NUM not-a-number",
    ],
  },
  {
    name: "a lost leading zero is named, not guessed",
    table: "103010",
    cells: { CERTI_STATUS: "1" },
    expect: ["CERTI_STATUS lost-leading-zero"],
  },
  {
    name: "an unlisted cause is kept with a warning",
    table: "103010",
    cells: {
      CERTI_STATUS: "03",
      CANCEL_CAUSE: "0211",
      CANCEL_DATE: "2027-01-01",
    },
    expect: ["CANCEL_CAUSE unlisted-code"],
  },
  {
    name: "a changed digit breaks the credit code",
    table: "103010",
    cells: { ORG_CODE: "91350100M000100Y44" },
    expect: ["ORG_CODE uscc-check-digit"],
  },
  {
    name: "a letter outside the alphabet breaks the credit code",
    table: "103010",
    cells: { ORG_CODE: "91350100M000100YI3" },
    expect: ["ORG_CODE uscc-malformed"],
  },
  {
    name: "an old organisation code is accepted",
    table: "103010",
    cells: { ORG_CODE: "55138508-2" },
    expect: [],
  },
  {
    name: "a wrong check character of an old organisation code is a warning",
    table: "103010",
    cells: { ORG_CODE: "551385083" },
    expect: ["ORG_CODE organisation-code-check-digit"],
  },
  {
    name: "a short code is wrong in China",
    table: "103010",
    cells: { ORG_CODE: "HRB1234" },
    expect: ["ORG_CODE uscc-malformed"],
  },
  {
    name: "a foreign organisation has its own code",
    table: "103010",
    cells: { ORG_CODE: "HRB1234", ORG_COUNTRY: "276", ORG_DISTRICT: "" },
    expect: [],
  },
  {
    name: "a certificate number is mended where the norm says so",
    table: "103010",
    cells: { CERT_NUMBER: " ９０126q10001 r0s\u200b" },
    expect: [],
  },
  {
    name: "a certificate number of strange characters is refused",
    table: "103010",
    cells: { CERT_NUMBER: "#90126？" },
    expect: ["CERT_NUMBER certificate-number-malformed"],
  },
  {
    name: "a text over its length is refused",
    table: "103010",
    cells: { ORG_NAME: "样".repeat(301) },
    expect: ["ORG_NAME too-long"],
  },
  {
    name: "a text of exactly its length passes",
    table: "103010",
    cells: { ORG_NAME: "样".repeat(300) },
    expect: [],
  },
  {
    name: "a fourth address is refused",
    table: "103010",
    cells: { ORG_ADDRESS: "甲；乙；丙；丁" },
    expect: ["ORG_ADDRESS too-many-values"],
  },
  {
    name: "a certificate cannot expire before its issue",
    table: "103010",
    cells: { CERTI_E_DATE: "2026-02-09" },
    expect: ["CERTI_E_DATE dates-out-of-order"],
  },
  {
    name: "an audit cannot end before it starts",
    table: "103010",
    cells: { APPR_S_DATE: "2026-02-05" },
    expect: ["APPR_E_DATE dates-out-of-order"],
  },
  {
    name: "a certificate is not issued before the first one",
    table: "103010",
    cells: { FIRST_CERT_DATE: "2026-02-11" },
    expect: ["AWARD_DATE dates-out-of-order"],
  },
  {
    name: "a child cannot be its own main",
    table: "103010",
    cells: { IS_C_CERTI: "1", M_CERTI_NUM: "90126q10001r0s" },
    expect: ["M_CERTI_NUM child-is-its-own-main"],
  },
  {
    name: "another body's approval number is refused",
    table: "103011",
    cells: { RZJG_ID: "CNCA-R-2026-902" },
    expect: ["RZJG_ID institution-differs"],
  },
  {
    name: "a stage cannot end before it starts, to the second",
    table: "103011",
    cells: { APPR_E_DATE: "2026-02-03 07:59:59" },
    expect: ["APPR_E_DATE dates-out-of-order"],
  },
  {
    name: "a person is written with sub-fields",
    table: "102010",
    cells: { AUDIT_INSPECTOR: "程样例" },
    expect: ["AUDIT_INSPECTOR person-malformed"],
  },
  {
    name: "a leader in second place is noted",
    table: "102010",
    cells: { AUDIT_INSPECTOR: "1，程样例，02，0；2，林样例，01，0" },
    expect: ["AUDIT_INSPECTOR leader-not-first"],
  },
  {
    name: "a plan older than the audit mode passes",
    table: "102010",
    cells: { AUDIT_MODE: "" },
    expect: [],
  },
  {
    name: "an unknown audit mode is refused",
    table: "102010",
    cells: { AUDIT_MODE: "FS04" },
    expect: ["AUDIT_MODE unknown-code"],
  },
];

for (const { name, table, cells, expect } of [...REQUIRED_WHEN, ...CELLS]) {
  test(name, () => {
    assert.deepEqual(codesOf(table, cells), expect);
  });
}

const ALWAYS: Readonly<Record<ReportTableId, string>> = {
  "102010":
    "AUDIT_PLAN_CODE AUDIT_ACT_TYPE AUDIT_START_DATE AUDIT_END_DATE AUDIT_INSPECTOR " +
    "ORG_CODE ORG_NAME AUTH_PROJ_CODE",
  "103010":
    "RZJG_ID ORG_NAME ORG_CODE CERT_NUMBER AUTH_PROJ_CODE APPR_AC_CODE IS_COMB CHK_P_LIST " +
    "APP_ASS_DATE AWARD_DATE CERTI_E_DATE CERTI_STATUS",
  "103011": "CERT_NUMBER APPR_STAGE APPR_S_DATE APPR_E_DATE FULL_NAME QUA_CODE",
};

for (const table of ["102010", "103010", "103011"] as const) {
  for (const field of ALWAYS[table].split(" ")) {
    test(`${field} of ${table} cannot be left empty`, () => {
      assert.ok(codesOf(table, { [field]: "\u3000" }).includes(`${field} required`));
    });
  }
}

test("a plan takes its institution from the report, or from the row", () => {
  const own = parseReportRow("102010", EXAMPLE_CELLS["102010"], { institution: INSTITUTION });
  assert.equal(own.ok && own.row.institution, INSTITUTION);
  const cells = { ...EXAMPLE_CELLS["102010"], RZJG_ID: "CNCA-RF-2026-91" };
  const row = parseReportRow("102010", cells);
  assert.equal(row.ok && row.row.institution, "CNCA-RF-2026-91");
  const none = parseReportRow("102010", EXAMPLE_CELLS["102010"]);
  assert.equal(!none.ok && none.errors[0]?.code, "required-when");
});

test("a certificate issued after the day of reporting is refused", () => {
  const late = codesOf("103010", {}, { reportedOn: "2026-02-09" });
  assert.deepEqual(late, ["AWARD_DATE issued-after-report"]);
  assert.deepEqual(codesOf("103010", {}, { reportedOn: "2026-02-10" }), []);
});

test("messages name the value in backticks and keep identity numbers to themselves", () => {
  const cells = { ...EXAMPLE_CELLS["102010"], AUDIT_INSPECTOR: "110101190001010000" };
  const parsed = parseReportRow("102010", cells, { institution: INSTITUTION });
  assert.ok(!parsed.ok);
  const message = parsed.errors[0]?.message;
  assert.match(message?.zh ?? "", /`\*{18}`/);
  assert.doesNotMatch(JSON.stringify(message), /110101/);
});
