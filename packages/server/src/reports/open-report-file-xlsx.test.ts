import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import excel from "exceljs";
import { openReportFile } from "./open-report-file.ts";
import { makeXlsx, makeZip, problemOf, readAll, TABLES, textRow } from "./report-fixtures.ts";

const FIELDS = ["CERT_NUMBER", "RZJG_ID", "ORG_NAME", "CERTI_STATUS", "AWARD_DATE", "APPR_S_DATE"];
const HEADER = textRow(...FIELDS);

async function workbookBytes(fill: (workbook: excel.Workbook) => void): Promise<Buffer> {
  const workbook = new excel.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

test("a workbook is read with dates, numbers, formulas and rich text as the user sees them", async () => {
  const bytes = await workbookBytes((workbook) => {
    const sheet = workbook.addWorksheet("证书");
    sheet.addRow(FIELDS);
    const row = sheet.addRow([
      { richText: [{ text: "00123Q" }, { text: "10001", font: { bold: true } }] },
      { formula: '"CNCA-R-"&"2099-901"', result: "CNCA-R-2099-901" },
      "晨溪样例<有限>&公司",
      1,
      new Date("2026-01-05T00:00:00Z"),
      new Date("2026-01-05T09:30:00Z"),
    ]);
    row.getCell(4).numFmt = "00";
    row.getCell(5).numFmt = "yyyy-mm-dd";
    row.getCell(6).numFmt = "yyyy-mm-dd hh:mm:ss";
    sheet.addRow(["甲", 123456789012345, "乙", 2.5, { formula: "A1", result: 7 }, true]);
  });
  const { file, rows } = await readAll(bytes);
  assert.deepEqual([file.format, file.sheet, file.table.id], ["xlsx", "证书", "103010"]);
  assert.deepEqual(
    rows.map(({ original }) => original),
    [
      [
        "00123Q10001",
        "CNCA-R-2099-901",
        "晨溪样例<有限>&公司",
        "01",
        "2026-01-05",
        "2026-01-05 09:30:00",
      ],
      ["甲", "123456789012345", "乙", "2.5", "7", "TRUE"],
    ],
  );
});

test("no Chinese character is lost where pieces of the file meet", async () => {
  const bytes = await workbookBytes((workbook) => {
    const sheet = workbook.addWorksheet("a");
    sheet.addRow(FIELDS);
    for (let at = 0; at < 5000; at++) sheet.addRow([`第${at}号`, "机构", `晨溪样例有限公司${at}`]);
  });
  const { rows } = await readAll(bytes);
  assert.equal(rows.length, 5000);
  for (const [at, { row, cells }] of rows.entries()) {
    assert.deepEqual(
      [row, cells.CERT_NUMBER, cells.ORG_NAME],
      [at + 2, `第${at}号`, `晨溪样例有限公司${at}`],
    );
  }
});

test("a title in merged cells may stand above the header", async () => {
  const bytes = await workbookBytes((workbook) => {
    const sheet = workbook.addWorksheet("a");
    sheet.addRow(["2026 年 10 月证书信息"]);
    sheet.mergeCells("A1:F1");
    sheet.addRow([]);
    sheet.addRow(FIELDS);
    sheet.addRow(["A", "B", "甲 1"]);
  });
  const { file, rows } = await readAll(bytes);
  assert.deepEqual([file.headerRow, rows[0]?.row], [3, 4]);
});

test("the first visible sheet with a known header is read", async () => {
  const bytes = await workbookBytes((workbook) => {
    workbook.addWorksheet("说明").addRow(["填报说明"]);
    workbook.addWorksheet("旧", { state: "hidden" }).addRow(FIELDS);
    workbook.addWorksheet("数据").addRows([FIELDS, ["A", "B", "甲"]]);
    workbook.addWorksheet("更多").addRows([FIELDS, ["C", "D", "乙"]]);
  });
  const { file, rows } = await readAll(bytes);
  assert.equal(file.sheet, "数据");
  assert.deepEqual(
    rows.map(({ cells }) => cells.CERT_NUMBER),
    ["A"],
  );
});

test("a header without rows is a report of no rows", async () => {
  assert.deepEqual((await readAll(makeXlsx({ sheets: { a: HEADER } }))).rows, []);
});

test("cells keep their columns when empty ones are left out, and blank rows are counted", async () => {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="str"><v>${text}</v></c>`;
  const rows = `${HEADER}<row r="4">${cell("A4", "A")}${cell("C4", "甲")}</row>
    <row r="5"><c r="A5" s="1"/></row><row r="9">${cell("B9", "B")}</row>`;
  const read = await readAll(makeXlsx({ sheets: { a: rows } }));
  assert.deepEqual(
    read.rows.map(({ row, original }) => [row, original]),
    [
      [4, ["A", "", "甲"]],
      [9, ["", "B"]],
    ],
  );
});

test("phonetic guides are not part of the text, and prefixes of elements do not matter", async () => {
  const sharedStrings = `<x:si xmlns:x="x"><x:r><x:t>晨</x:t></x:r><x:r><x:t>溪</x:t></x:r>
    <x:rPh><x:t>chen</x:t></x:rPh></x:si>`;
  const rows = `${HEADER}<x:row xmlns:x="x"><x:c t="s"><x:v>0</x:v></x:c></x:row>`;
  const read = await readAll(makeXlsx({ sheets: { a: rows }, sharedStrings }));
  assert.equal(read.rows[0]?.cells.CERT_NUMBER, "晨溪");
});

test("long digits and exponents are written out", async () => {
  const rows = `${HEADER}<row><c><v>1E+21</v></c><c><v>911100001234567890</v></c></row>`;
  const read = await readAll(makeXlsx({ sheets: { a: rows } }));
  assert.deepEqual(read.rows[0]?.original, ["1000000000000000000000", "911100001234567890"]);
});

test("content beyond the header marks the row, even far to the right", async () => {
  const rows = `${HEADER}<row><c r="A2"><v>1</v></c><c r="XFD2"><v>2</v></c></row>`;
  const read = await readAll(makeXlsx({ sheets: { a: rows } }));
  assert.equal(read.rows[0]?.problem?.code, "report-row-too-wide");
});

const cut = (bytes: Buffer) => bytes.subarray(0, bytes.length - 40);
const flip = (bytes: Buffer) => {
  const at = bytes.indexOf("sheet1.xml") + 40;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
};
const good = () => makeXlsx({ sheets: { a: HEADER + textRow("A", "B", "甲") } });

const DAMAGED: readonly { name: string; bytes: Buffer; code: string }[] = [
  { name: "cut off", bytes: cut(good()), code: "report-xlsx-damaged" },
  { name: "with a changed byte", bytes: flip(good()), code: "report-xlsx-damaged" },
  { name: "without a workbook", bytes: makeZip({ a: "b" }), code: "report-xlsx-damaged" },
  {
    name: "with broken XML",
    bytes: makeXlsx({ sheets: { a: `${HEADER}<row><c></row>` } }),
    code: "report-xlsx-damaged",
  },
  {
    name: "with a shared string that is not there",
    bytes: makeXlsx({ sheets: { a: `${HEADER}<row><c t="s"><v>5</v></c></row>` } }),
    code: "report-xlsx-damaged",
  },
  { name: "without sheets", bytes: makeXlsx({ sheets: {} }), code: "report-file-empty" },
  {
    name: "with other columns",
    bytes: makeXlsx({ sheets: { a: textRow("a", "b") } }),
    code: "report-table-unknown",
  },
  {
    name: "that unpacks to a thousand times its size",
    bytes: makeZip({ "xl/workbook.xml": Buffer.alloc(32 * 1024 * 1024) }),
    code: "report-xlsx-expands-too-far",
  },
  {
    name: "with one endless text",
    bytes: makeXlsx({ sheets: { a: `${HEADER}${textRow("甲a".repeat(3_000_000))}` } }),
    code: "report-xlsx-expands-too-far",
  },
];

for (const { name, bytes, code } of DAMAGED) {
  test(`a workbook ${name} is refused with ${code}`, async () => {
    assert.equal((await problemOf(readAll(bytes))).code, code);
  });
}

test("shared strings that would fill the memory are refused", async () => {
  const bytes = makeXlsx({ sheets: { a: HEADER }, sharedStrings: "<si><t>甲</t></si>" });
  const problem = await problemOf(readAll(bytes, { sharedStringsBytesMax: 10 }));
  assert.equal(problem.code, "report-xlsx-expands-too-far");
});

test("a workbook on disk is read in place, whatever its name says", async () => {
  const folder = await mkdtemp(join(tmpdir(), "report-test-"));
  const path = join(folder, "named.csv");
  const bytes = good();
  await writeFile(path, bytes);
  const file = await openReportFile({ name: "named.csv", size: bytes.length, path }, TABLES);
  for await (const rows of file.rows) assert.equal(rows[0]?.cells.ORG_NAME, "甲");
  assert.equal(file.bytesRead(), bytes.length);
  await rm(folder, { recursive: true });
});
