import assert from "node:assert/strict";
import { test } from "node:test";
import { REPORT_TABLES, readHeader } from "./report-tables.ts";

test("each table has the columns of the official template, in order and once", () => {
  const fields = (id: keyof typeof REPORT_TABLES) =>
    REPORT_TABLES[id].columns.map(({ field }) => field);
  for (const id of ["102010", "103010", "103011"] as const) {
    assert.equal(new Set(fields(id)).size, fields(id).length);
    assert.equal(REPORT_TABLES[id].id, id);
  }
  assert.equal(fields("103010").length, 55);
  assert.deepEqual(
    fields("103011"),
    (
      "RZJG_ID CERT_NUMBER APPR_STAGE APPR_S_DATE APPR_E_DATE FULL_NAME IDENTITY_CODE ID_CODE " +
      "APPR_M_ROLE QUA_CODE APT_CERTI_NUM IS_PROF_M IS_SPECIAL OBSERVER_FLAG"
    ).split(" "),
  );
});

test("nothing of a plan is public except the remark", () => {
  const open = REPORT_TABLES["102010"].columns.filter((column) => column.public);
  assert.deepEqual(
    open.map(({ field }) => field),
    ["REMARK"],
  );
});

test("of a team row the name, qualification and registration number are public, no identity", () => {
  const open = REPORT_TABLES["103011"].columns.filter((column) => column.public);
  const fields = open.map(({ field }) => field);
  for (const field of ["FULL_NAME", "QUA_CODE", "APT_CERTI_NUM"]) assert.ok(fields.includes(field));
  for (const field of ["IDENTITY_CODE", "ID_CODE"]) assert.ok(!fields.includes(field));
});

test("an unconfirmed column says why", () => {
  for (const { columns } of Object.values(REPORT_TABLES)) {
    for (const column of columns) {
      if (column.unconfirmed === true) assert.ok(column.note, column.field);
    }
  }
});

test("a table is recognised by its header, in field names or in Chinese", () => {
  const header = readHeader(["cert_number ", "证书状态", "CERTI_STATUS", "内部备注"]);
  assert.equal(header?.table, "103010");
  assert.deepEqual(header?.fields, ["CERT_NUMBER", "CERTI_STATUS", "CERTI_STATUS", null]);
  assert.deepEqual(header?.unknown, ["内部备注"]);
  assert.ok(header?.missing.includes("AWARD_DATE"));
  assert.equal(readHeader(["name", "phone"]), null);
});
