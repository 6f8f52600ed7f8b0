import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { test } from "node:test";
import { readHeader } from "@suzheng/certification";
import excel from "exceljs";
import { drive } from "../drive.ts";
import { TODAY } from "../read-sector.fixture.ts";
import { simulateSector } from "../simulate-sector.ts";
import { type ReportFileOptions, writeReportFiles } from "./write-report-files.ts";

const sector = () => simulateSector({ seed: 7, bodies: 2, certificates: 60, today: TODAY });

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "sector-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const write = (options: Omit<ReportFileOptions, "folder">) =>
  inFolder(async (folder) => {
    const { files, rows } = await writeReportFiles(sector(), { folder, ...options });
    const contents = files.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
    return { contents, rows };
  });

const hashOf = (contents: readonly { name: string; bytes: Buffer }[]): string => {
  const hash = createHash("sha256");
  for (const { name, bytes } of contents) hash.update(name).update(bytes);
  return hash.digest("hex");
};

test("the same seed writes the same bytes", async () => {
  const [once, again] = [await write({}), await write({})];
  assert.equal(hashOf(once.contents), hashOf(again.contents));
});

test("one file per body and table, plans first in the order of names", async () => {
  const { contents } = await write({});
  assert.deepEqual(
    contents.map(({ name }) => name),
    ["901", "902"].flatMap((body) =>
      ["102010", "103010", "103011"].map(
        (table) => `CNCA-R-2001-${body}-${table}-202511-202611.csv`,
      ),
    ),
  );
});

test("a file opens with the official field names and has a line for each row", async () => {
  const { contents, rows } = await write({});
  let lines = 0;
  for (const { name, bytes } of contents) {
    const [first = "", ...rest] = bytes.toString("utf8").trimEnd().split("\r\n");
    const header = readHeader(first.split(","));
    assert.ok(header && name.includes(header.table));
    assert.deepEqual([header.missing, header.unknown], [[], []]);
    lines += rest.length;
  }
  assert.equal(lines, rows["102010"] + rows["103010"] + rows["103011"]);
});

test("a byte order mark is written only when asked for", async () => {
  const start = async (encoding: "utf8" | "utf8-bom") =>
    (await write({ encoding })).contents[0]?.bytes.subarray(0, 3).toString("hex");
  assert.equal(await start("utf8-bom"), "efbbbf");
  assert.notEqual(await start("utf8"), "efbbbf");
});

test("monthly files hold the same rows as one file per body", async () => {
  const [whole, monthly] = [await write({}), await write({ fileNaming: "per-body-and-month" })];
  assert.deepEqual(monthly.rows, whole.rows);
  assert.ok(monthly.contents.some(({ name }) => name === "CNCA-R-2001-901-102010-202601.csv"));
});

test("a workbook holds the same cells as the CSV file, as text", async () => {
  await inFolder(async (folder) => {
    const { files } = await writeReportFiles(sector(), { folder, format: "xlsx" });
    const workbook = new excel.Workbook();
    await workbook.xlsx.readFile(files[0] ?? "");
    const sheet = workbook.getWorksheet("102010");
    const csv = (await write({})).contents[0]?.bytes.toString("utf8").trimEnd().split("\r\n") ?? [];
    assert.equal(sheet?.rowCount, csv.length);
    const cells = sheet?.getRow(2).values as unknown[];
    assert.deepEqual(
      Array.from(cells.slice(1), (value) => String(value ?? "")),
      csv[1]?.split(","),
    );
  });
});

test("driving registers every body before the first file and hands in every file in order", async () => {
  await inFolder(async (folder) => {
    const calls: string[] = [];
    const summary = { rows: 1, recorded: 1, unchanged: 0, rejected: 0, errors: [] };
    const commands = {
      registerInstitution: async ({ approvalNumber }: { approvalNumber: string }) => {
        calls.push(approvalNumber);
      },
      importFile: async (path: string) => {
        calls.push(basename(path).slice(0, 22));
        return summary;
      },
    };
    const { imported } = await drive(sector(), commands, { folder });
    assert.equal(imported.length, 6);
    const body = (number: string) =>
      ["102010", "103010", "103011"].map((table) => `CNCA-R-2001-${number}-${table}`);
    assert.deepEqual(calls, ["CNCA-R-2001-901", "CNCA-R-2001-902", ...body("901"), ...body("902")]);
  });
});
