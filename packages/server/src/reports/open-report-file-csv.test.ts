import assert from "node:assert/strict";
import { test } from "node:test";
import { openReportFile } from "./open-report-file.ts";
import { bytesSource, encodeGb18030, problemOf, readAll, TABLES } from "./report-fixtures.ts";

const HEADER = "CERT_NUMBER,RZJG_ID,ORG_NAME,CERTI_STATUS";
const ROW = "00123Q10001R0S,CNCA-R-2099-901,晨溪样例有限公司,01";

test("a UTF-8 report is read with its table, columns and rows", async () => {
  const { file, rows } = await readAll(`${HEADER}\n${ROW}\n`);
  assert.equal(file.table.id, "103010");
  assert.deepEqual([file.format, file.encoding, file.delimiter], ["csv", "utf-8", ","]);
  assert.deepEqual(rows, [
    {
      row: 2,
      cells: {
        CERT_NUMBER: "00123Q10001R0S",
        RZJG_ID: "CNCA-R-2099-901",
        ORG_NAME: "晨溪样例有限公司",
        CERTI_STATUS: "01",
      },
      original: ROW.split(","),
      problem: null,
    },
  ]);
  assert.deepEqual(file.absentFields, ["ORG_CODE", "AWARD_DATE", "APPR_S_DATE"]);
  assert.equal(file.bytesRead(), file.bytesTotal);
});

const SAME_CONTENT: readonly { name: string; bytes: Buffer | string; encoding: string }[] = [
  { name: "a byte order mark", bytes: `\ufeff${HEADER}\n${ROW}`, encoding: "utf-8" },
  { name: "GB18030", bytes: encodeGb18030(`${HEADER}\n${ROW}\n`), encoding: "gb18030" },
  {
    name: "UTF-16 as Excel's Unicode text",
    bytes: Buffer.from(`\ufeff${HEADER}\n${ROW}`.replaceAll(",", "\t"), "utf16le"),
    encoding: "utf-16le",
  },
  { name: "CRLF", bytes: `${HEADER}\r\n${ROW}\r\n`, encoding: "utf-8" },
  { name: "CR alone", bytes: `${HEADER}\r${ROW}\r`, encoding: "utf-8" },
  { name: "mixed line ends", bytes: `${HEADER}\r\n${ROW}\n\r\n`, encoding: "utf-8" },
  { name: "tabs", bytes: `${HEADER}\n${ROW}`.replaceAll(",", "\t"), encoding: "utf-8" },
  { name: "semicolons", bytes: `${HEADER}\n${ROW}`.replaceAll(",", ";"), encoding: "utf-8" },
  {
    name: "every cell in quotes",
    bytes: `${HEADER}\n${ROW}`.replace(/[^,\n]+/g, '"$&"'),
    encoding: "utf-8",
  },
];

for (const { name, bytes, encoding } of SAME_CONTENT) {
  test(`a file with ${name} gives the same row`, async () => {
    const { file, rows } = await readAll(bytes);
    assert.equal(file.encoding, encoding);
    assert.deepEqual(
      rows.map(({ row, original }) => ({ row, original })),
      [{ row: 2, original: ROW.split(",") }],
    );
  });
}

test("GB18030 is recognised when the first Chinese comes after 100 kB of ASCII", async () => {
  const ascii = `A,B,plain ascii name,01\n`.repeat(5000);
  const { file, rows } = await readAll(encodeGb18030(`${HEADER}\n${ascii}${ROW}\n`));
  assert.equal(file.encoding, "gb18030");
  assert.equal(rows.at(-1)?.cells.ORG_NAME, "晨溪样例有限公司");
});

test("four-byte GB18030 characters are read", async () => {
  const rare = Buffer.from([0x95, 0x32, 0x82, 0x36]); // U+20000
  const bytes = Buffer.concat([encodeGb18030(`${HEADER}\nA,B,晨溪`), rare, Buffer.from(",01\n")]);
  const { rows } = await readAll(bytes);
  assert.equal(rows[0]?.cells.ORG_NAME, "晨溪\u{20000}");
});

test("a broken character among UTF-8 is an encoding problem, not GB18030", async () => {
  const rows = `${ROW}\n`.repeat(20);
  const bytes = Buffer.concat([
    Buffer.from(`${HEADER}\n${rows}`),
    Buffer.from([0x41, 0xe6, 0x99, 0x2c, 0x42, 0x2c, 0x0a]),
  ]);
  assert.equal((await problemOf(readAll(bytes))).code, "report-encoding-broken");
});

test("UTF-8 that breaks far into the file is told after the rows before it", async () => {
  const rows = `${ROW}\n`.repeat(5000);
  const bytes = Buffer.concat([Buffer.from(`${HEADER}\n${rows}`), Buffer.from([0xff, 0x0a])]);
  const file = await openReportFile(bytesSource(bytes, 1000), TABLES);
  let read = 0;
  const reading = (async () => {
    for await (const chunk of file.rows) read += chunk.length;
    return { file };
  })();
  assert.equal((await problemOf(reading)).code, "report-encoding-broken");
  assert.ok(read >= 4000);
});

test("a file that ends inside a character is an encoding problem", async () => {
  const bytes = Buffer.from(`${HEADER}\nA,B,晨`).subarray(0, -1);
  assert.equal((await problemOf(readAll(bytes))).code, "report-encoding-broken");
});

test("quoted cells keep delimiters, quotes and line breaks, and count as one row", async () => {
  const { rows } = await readAll(`${HEADER}\nA,B,"甲, ""乙""\r\n丙",01\nC,D,丁,02\n`);
  assert.deepEqual(
    rows.map(({ row, cells }) => [row, cells.ORG_NAME]),
    [
      [2, '甲, "乙"\r\n丙'],
      [3, "丁"],
    ],
  );
});

test("a quote inside an unquoted cell is text", async () => {
  const { rows } = await readAll(`${HEADER}\nA,B,12" 钢管,01\n`);
  assert.equal(rows[0]?.cells.ORG_NAME, '12" 钢管');
});

const QUOTE_DAMAGE = [
  { name: "never closed", text: `${HEADER}\n${ROW}\nA,B,"丙,01\nC,D,丁,02\n`, row: 3 },
  { name: "followed by text", text: `${HEADER}\nA,B,"丙"丁,01\n`, row: 2 },
];

for (const { name, text, row } of QUOTE_DAMAGE) {
  test(`a quote ${name} is reported with its row`, async () => {
    const problem = await problemOf(readAll(text));
    assert.deepEqual([problem.code, problem.row], ["report-csv-quote", row]);
  });
}

test("a quote never closed does not swallow a long file", async () => {
  const text = `${HEADER}\nA,B,"丙,01\n${`${ROW}\n`.repeat(100)}`;
  const problem = await problemOf(readAll(text, { rowCharsMax: 1000 }));
  assert.deepEqual([problem.code, problem.row], ["report-csv-quote", 2]);
});

test("a row with too many cells is marked and the next row is read", async () => {
  const { rows } = await readAll(`${HEADER}\nA,B,甲,01,多余\nC,D,乙,02,,\nE,F\n`);
  assert.deepEqual(
    rows.map(({ row, problem }) => [row, problem?.code, problem?.row]),
    [
      [2, "report-row-too-wide", 2],
      [3, undefined, undefined],
      [4, undefined, undefined],
    ],
  );
  assert.equal(rows[2]?.cells.ORG_NAME, "");
});

test("blank rows are skipped but counted", async () => {
  const { rows } = await readAll(`${HEADER}\n\nA,B,甲,01\n,,,\n  ,\nC,D,乙,02\n\n,,,\n`);
  assert.deepEqual(
    rows.map(({ row }) => row),
    [3, 6],
  );
});

test("a header without rows is a report of no rows", async () => {
  for (const text of [HEADER, `${HEADER}\n`, `${HEADER}\r\n\r\n`]) {
    assert.deepEqual((await readAll(text)).rows, []);
  }
});

test("rows come in groups, and the file can be left half read", async () => {
  const file = await openReportFile(
    bytesSource(`${HEADER}\n${`${ROW}\n`.repeat(2500)}`, 4096),
    TABLES,
  );
  const sizes: number[] = [];
  for await (const chunk of file.rows) {
    sizes.push(chunk.length);
    if (sizes.length === 2) break;
  }
  await file.close();
  await file.close();
  assert.deepEqual(sizes, [400, 400]);
  assert.ok(file.bytesRead() <= file.bytesTotal);
});

test("cells with an apostrophe that guards a formula are read without it", async () => {
  const { rows } = await readAll(`${HEADER}\n'=A,'B,''+C,-01\n`);
  assert.deepEqual(Object.values(rows[0]?.cells ?? {}), ["=A", "'B", "'+C", "-01"]);
});

/** How such a file begins: the archive's first part, not packed, is its media type. */
const openDocument = (kind: string): Buffer =>
  Buffer.from(
    `PK\u0003\u0004${"\u0000".repeat(26)}mimetypeapplication/vnd.oasis.opendocument.${kind}`,
  );

const REFUSED: readonly { name: string; bytes: Buffer | string; code: string }[] = [
  { name: "no bytes", bytes: "", code: "report-file-empty" },
  { name: "blank lines only", bytes: "\n\n,,\n", code: "report-file-empty" },
  { name: "other columns", bytes: "a,b,c\n1,2,3\n", code: "report-table-unknown" },
  {
    name: "columns of several tables and of none completely",
    bytes: "CERT_NUMBER,RZJG_ID,APPR_S_DATE\n",
    code: "report-table-unknown",
  },
  {
    name: "a mandatory column missing",
    bytes: "CERT_NUMBER,ORG_NAME,CERTI_STATUS,AWARD_DATE\n",
    code: "report-columns-missing",
  },
  {
    name: "an old binary workbook",
    bytes: Buffer.from("d0cf11e0a1b11ae1", "hex"),
    code: "report-format-unsupported",
  },
  {
    name: "an OpenDocument workbook",
    bytes: openDocument("spreadsheet"),
    code: "report-format-unsupported",
  },
  { name: "a damaged archive", bytes: "PK\u0003\u0004 cut", code: "report-xlsx-damaged" },
];

for (const { name, bytes, code } of REFUSED) {
  test(`a file with ${name} is refused with ${code}`, async () => {
    const problem = await problemOf(readAll(bytes));
    assert.equal(problem.code, code);
    assert.ok(problem.message.zh && problem.message.en && problem.wayOut.zh && problem.wayOut.en);
  });
}

test("an .ods file is called that, not a damaged or an old workbook", async () => {
  const { message } = await problemOf(readAll(openDocument("spreadsheet")));
  assert.match(message.zh, /OpenDocument.*\.ods/);
  assert.match(message.en, /OpenDocument.*\.ods/);
});

test("missing mandatory columns are named", async () => {
  const problem = await problemOf(readAll("CERT_NUMBER,ORG_NAME,CERTI_STATUS,AWARD_DATE\n"));
  assert.match(problem.message.zh, /RZJG_ID 认证机构批准号/);
});

test("a file that is not there cannot be read", async () => {
  const source = { name: "gone.csv", size: 10, path: "/nowhere/gone.csv" };
  const opening = openReportFile(source, TABLES).then((file) => ({ file }));
  assert.equal((await problemOf(opening)).code, "report-file-unreadable");
});

test("too many bytes are refused whether or not the size was told", async () => {
  const limits = { fileBytesMax: 20 };
  assert.equal((await problemOf(readAll(HEADER, limits))).code, "report-file-too-large");
  const source = { ...bytesSource(`${HEADER}\n${ROW}`), size: 1 };
  const reading = openReportFile(source, TABLES, {
    ...limits,
    unpackedBytesMax: 1,
    unpackedRatioMax: 1,
    sharedStringsBytesMax: 1,
    rowCharsMax: 1000,
  }).then((file) => ({ file }));
  assert.equal((await problemOf(reading)).code, "report-file-too-large");
});
