import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { after, test } from "node:test";
import excel from "exceljs";
import { readAll } from "../report-fixtures.ts";
import type { RejectedReason } from "./rejected-row.ts";
import { rejectedRowsWriter } from "./rejected-rows-writer.ts";

const folder = await mkdtemp(join(tmpdir(), "rejected-test-"));
after(() => rm(folder, { recursive: true }));

const TEXT = [
  "内部备注,ORG_NAME,CERT_NUMBER,RZJG_ID,CERTI_STATUS",
  'x,"甲, ""乙""",=A1,0000123456789012345678,01',
  "y,丙,B 2,+86-10-1,02",
].join("\n");

const REASONS: readonly RejectedReason[] = [
  {
    field: "CERT_NUMBER",
    code: "certificate-number-blank",
    message: { zh: "证书编号不能含空格", en: "no blanks in a certificate number" },
  },
  { field: null, code: "row-twice", message: { zh: "重复的行", en: "the row comes twice" } },
];

async function rejectAll(text: string | Buffer, format: "csv" | "xlsx", name: string) {
  const { file, rows } = await readAll(text);
  const path = join(folder, name);
  const { header, columns, sheet } = file;
  const writer = rejectedRowsWriter({ format, header, columns, sheet, target: path });
  for (const { original } of rows) await writer.write({ original, reasons: REASONS });
  assert.equal(await writer.close(), rows.length);
  return readFile(path);
}

test("the CSV of rejected rows has the same layout, the reasons and a byte order mark", async () => {
  const bytes = await rejectAll(TEXT, "csv", "layout.csv");
  const lines = bytes.toString().split("\r\n");
  assert.equal(
    lines[0],
    "\ufeff内部备注,ORG_NAME,CERT_NUMBER,RZJG_ID,CERTI_STATUS,错误代码 ERROR_CODES,错误说明 ERROR_TEXT",
  );
  assert.equal(
    lines[2],
    [
      "y,丙,B 2,'+86-10-1,02",
      '"certificate-number-blank; row-twice"',
      '"CERT_NUMBER: certificate-number-blank — 证书编号不能含空格; *: row-twice — 重复的行"',
    ].join(","),
  );
});

for (const format of ["csv", "xlsx"] as const) {
  test(`rejected rows in ${format} are read again cell for cell, also a second time`, async () => {
    const first = await readAll(TEXT);
    const again = await readAll(await rejectAll(TEXT, format, `again.${format}`));
    assert.deepEqual(again.file.header, first.file.header);
    assert.deepEqual(again.file.columns, first.file.columns);
    assert.deepEqual(again.file.unknownColumns, ["内部备注"]);
    assert.deepEqual(again.rows, first.rows);
    const once = await rejectAll(TEXT, format, `once.${format}`);
    const twice = await readAll(await rejectAll(once, format, `twice.${format}`));
    assert.deepEqual(twice.rows, first.rows);
  });

  test(`no ${format} is made when no row is rejected`, async () => {
    const name = `none.${format}`;
    const target = join(folder, name);
    const writer = rejectedRowsWriter({ format, header: ["A"], columns: [], target });
    assert.equal(await writer.close(), 0);
    assert.ok(!(await readdir(folder)).includes(name));
  });

  test(`a disk that fails while ${format} is written makes closing fail`, async () => {
    const failing = () =>
      new Writable({
        write: (_bytes, _encoding, done) => done(new Error("disk full")),
      });
    const writer = rejectedRowsWriter({ format, header: ["A"], columns: [], target: failing });
    await assert.rejects(async () => {
      await writer.write({ original: ["1"], reasons: REASONS });
      await writer.close();
    }, /disk full/);
  });
}

test("a row that was too wide keeps all its cells and is too wide again", async () => {
  const text = "CERT_NUMBER,RZJG_ID,ORG_NAME\nA,B,甲,1,2\n";
  const { rows } = await readAll(await rejectAll(text, "csv", "wide.csv"));
  assert.equal(rows[0]?.problem?.code, "report-row-too-wide");
  assert.deepEqual(rows[0]?.original, ["A", "B", "甲", "1", "2"]);
});

test("in a workbook the offending cell is red, has a comment, and all cells are text", async () => {
  const path = join(folder, "red.xlsx");
  await rejectAll(TEXT, "xlsx", "red.xlsx");
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(path);
  const row = workbook.worksheets[0]?.getRow(2);
  const offending = row?.getCell(3);
  assert.equal(offending?.value, "=A1");
  assert.deepEqual(offending?.fill, {
    type: "pattern",
    pattern: "solid",
    fgColor: { argb: "FFFFC7CE" },
  });
  assert.match(JSON.stringify(offending?.note), /certificate-number-blank — 证书编号不能含空格/);
  assert.equal(row?.getCell(4).value, "0000123456789012345678");
  assert.equal(row?.getCell(4).numFmt, "@");
  assert.deepEqual(row?.getCell(2).fill, { type: "pattern", pattern: "none" });
});

test("a disk that fails is told at the next row, which never waits for it", {
  timeout: 5000,
}, async () => {
  const full = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => done(new Error("no space left")),
  });
  const layout = { header: ["A"], columns: [], target: () => full };
  const writer = rejectedRowsWriter({ ...layout, format: "csv" });
  const row = { original: ["x"], reasons: REASONS };
  await assert.rejects(async () => {
    await writer.write(row);
    await writer.write(row);
  }, /no space left/);
  await assert.rejects(writer.write(row), /no space left/);
  await assert.rejects(writer.close(), /no space left/);
});
