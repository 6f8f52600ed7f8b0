import assert from "node:assert/strict";
import { join } from "node:path";
import { addDays } from "@suzheng/certification";
import type { Page } from "playwright-core";
import { sampleRows } from "../../../packages/server/src/testing/sample-acts.ts";
import { temporaryFolder } from "./command-line.ts";
import { writeSheet } from "./report-files.ts";

type Cells = Readonly<Record<string, string>>;

/** Cells of 103010 for an invented certificate, audited before and valid for three years. */
export function certificateCells(n: number, { issuedOn }: { issuedOn: string }): Cells {
  const [row] = sampleRows(n).filter(({ table }) => table === "103010");
  assert.ok(row);
  return {
    ...row.cells,
    AWARD_DATE: issuedOn,
    FIRST_CERT_DATE: issuedOn,
    APP_ASS_DATE: addDays(issuedOn, -1),
    APPR_S_DATE: addDays(issuedOn, -20),
    APPR_E_DATE: addDays(issuedOn, -6),
    CERTI_E_DATE: addDays(issuedOn, 1094),
  };
}

const changeOn = (on: string): Cells => ({
  APPR_AC_CODE: "05",
  REPORT_TYPE: "05",
  CHG_DATE: on,
  APP_ASS_DATE: on,
});

/** State 02: the body suspends for want of surveillance. */
export const suspendedCells = (on: string, until: string): Cells => ({
  ...changeOn(on),
  CERTI_STATUS: "02",
  CHG_TYP_CODE: "97_01",
  PAUSE_CAUSE: "0112",
  PAUSE_S_DATE: on,
  PAUSE_E_DATE: until,
});

/** State 03. */
export const withdrawnCells = (on: string): Cells => ({
  ...changeOn(on),
  CERTI_STATUS: "03",
  CHG_TYP_CODE: "97_03",
  CANCEL_CAUSE: "0115",
  CANCEL_DATE: on,
});

/** Hands in one row of 103010 as a body does in its browser: file, token, confirmation. */
export async function uploadRow(page: Page, { cells, token }: { cells: Cells; token: string }) {
  const file = join(temporaryFolder(), "103010.csv");
  writeSheet(file, [Object.keys(cells), Object.values(cells)]);
  await page.goto("/upload");
  await page.getByLabel("访问令牌").fill(token);
  await page.getByLabel("选择文件").setInputFiles(file);
  await page.getByRole("radio", { name: /^记入日志/ }).check();
  await page.getByRole("button", { name: "记入日志", exact: true }).click();
  await page.getByRole("button", { name: "确认记入" }).click();
  await page.getByText("全部 1 行通过。").waitFor();
}
