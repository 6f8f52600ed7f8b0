import assert from "node:assert/strict";
import { test } from "node:test";
import { REPORT_TABLES } from "@suzheng/certification";
import { recogniseHeader } from "./recognise-header.ts";
import { problemOf, readAll } from "./report-fixtures.ts";

const ROW = "00123Q10001R0S,CNCA-R-2099-901,晨溪样例有限公司,01";

const HEADERS: readonly { name: string; text: string; row: number }[] = [
  { name: "in lower case", text: "cert_number,rzjg_id,org_name,certi_status", row: 2 },
  {
    name: "with blanks and marks",
    text: " CERT_NUMBER*,RZJG_ID ,ORG_NAME：, CERTI_STATUS",
    row: 2,
  },
  { name: "of Chinese labels", text: "证书编号,认证机构批准号,组织名称,证书状态", row: 2 },
  {
    name: "of labels with remarks",
    text: "证书编号（必填）,认证机构批准号(必填),组织名称*,证书状态【代码】",
    row: 2,
  },
  {
    name: "of labels and field names in one cell",
    text: "证书编号 CERT_NUMBER,批准号(RZJG_ID),名称 ORG_NAME,状态 CERTI_STATUS",
    row: 2,
  },
  {
    name: "with a row of labels below",
    text: "CERT_NUMBER,RZJG_ID,ORG_NAME,CERTI_STATUS\n证书编号,认证机构批准号,组织名称,证书状态",
    row: 3,
  },
  {
    name: "with a row of labels in other words below",
    text: "CERT_NUMBER,RZJG_ID,ORG_NAME,CERTI_STATUS\n证号,机构,获证组织全称,现在的状态",
    row: 3,
  },
  {
    name: "with a row of labels above",
    text: "证书编号,认证机构批准号,组织名称,证书状态\nCERT_NUMBER,RZJG_ID,ORG_NAME,CERTI_STATUS",
    row: 3,
  },
  {
    name: "below a title",
    text: "某某认证有限公司 2026 年 10 月证书信息,,,\n,,,\nCERT_NUMBER,RZJG_ID,ORG_NAME,CERTI_STATUS",
    row: 4,
  },
  {
    name: "in the fifth row",
    text: "a\nb\nc\nd\nCERT_NUMBER,RZJG_ID,ORG_NAME,CERTI_STATUS",
    row: 6,
  },
];

for (const { name, text, row } of HEADERS) {
  test(`a header ${name} is recognised`, async () => {
    const { file, rows } = await readAll(`${text}\n${ROW}\n`);
    assert.equal(file.table.id, "103010");
    assert.deepEqual(
      rows.map((each) => [each.row, each.cells.CERT_NUMBER, each.cells.CERTI_STATUS]),
      [[row, "00123Q10001R0S", "01"]],
    );
  });
}

test("a header in the sixth row is too far down", async () => {
  const text = `a\nb\nc\nd\ne\nCERT_NUMBER,RZJG_ID,ORG_NAME,CERTI_STATUS\n${ROW}\n`;
  assert.equal((await problemOf(readAll(text))).code, "report-table-unknown");
});

test("columns stand in any order; unknown and repeated ones are listed and not read", async () => {
  const { file, rows } = await readAll(
    "内部备注,ORG_NAME,CERT_NUMBER,,RZJG_ID,ORG_NAME\nx,甲,A,y,B,乙\n",
  );
  assert.deepEqual(file.unknownColumns, ["内部备注", "ORG_NAME"]);
  assert.deepEqual(rows[0]?.cells, { ORG_NAME: "甲", CERT_NUMBER: "A", RZJG_ID: "B" });
  assert.deepEqual(rows[0]?.original, ["x", "甲", "A", "y", "B", "乙"]);
});

test("the table that a header completes wins over another with as many of its columns", async () => {
  const { file } = await readAll("CERT_NUMBER,RZJG_ID,FULL_NAME,ORG_CODE\n");
  assert.equal(file.table.id, "103011");
});

for (const table of Object.values(REPORT_TABLES)) {
  for (const named of ["field", "label"] as const) {
    test(`table ${table.id} is recognised by each ${named} of its own, with all columns`, () => {
      const cells = table.columns.map(({ field, label }) => (named === "field" ? field : label.zh));
      const match = recogniseHeader([{ row: 1, cells }], Object.values(REPORT_TABLES));
      assert.ok("table" in match);
      assert.equal(match.table.id, table.id);
      assert.deepEqual(match.absentFields, []);
      assert.deepEqual(
        match.columns.map(({ field }) => field),
        table.columns.map(({ field }) => field),
      );
    });
  }
}
