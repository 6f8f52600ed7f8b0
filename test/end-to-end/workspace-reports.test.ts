import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { EXAMPLE_CELLS } from "@suzheng/certification";
import type { Browser, Page } from "playwright-core";
import { certificateNumber } from "../../packages/server/src/testing/sample-acts.ts";
import { DESK, launchBrowser, PHONE } from "./support/browser.ts";
import { type Colleague, expectClean, hire } from "./support/colleague.ts";
import { BODY, openWorkplace, REGULATOR, type Workplace } from "./support/workplace.ts";

let place: Workplace;
let browser: Browser;
let colleague: Colleague;

before(async () => {
  place = await openWorkplace();
  browser = await launchBrowser();
  const person = { name: "贺样例", signInName: "heyu", roles: ["quality-responsible" as const] };
  colleague = await hire(browser, place, person);
});
after(async () => {
  await browser?.close();
  await place?.close();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Certificates, each of the body that its row names. */
function reportOf(bodies: readonly string[]) {
  const rows = bodies.map((RZJG_ID, n) => ({
    ...EXAMPLE_CELLS["103010"],
    RZJG_ID,
    CERT_NUMBER: certificateNumber(n + 1),
  }));
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  const text = lines.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n");
  return { name: "103010-样例.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
}

const choose = (page: Page, bodies: readonly string[]) =>
  page.getByLabel("选择文件，或拖到这里").setInputFiles(reportOf(bodies));

/** Both languages, a desk and a phone. */
async function expectGood(page: Page, what: string): Promise<void> {
  const address = new URL(page.url());
  for (const language of ["en", "zh"]) {
    address.searchParams.set("lang", language);
    await page.goto(address.href);
    await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
    await page.getByRole("list", { name: /以往的报送|Earlier reports/ }).waitFor();
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      await expectClean(page, `${what}, ${language}, ${size.width} px`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= size.width, `${what} is ${width} px wide`);
    }
  }
  await page.setViewportSize(DESK);
}

test("a report is tried first, then recorded, and stands in the list with who handed it in", async () => {
  const { page } = colleague;
  await page.getByRole("link", { name: "报送" }).first().click();
  await page.getByText("还没有经工作台或报送令牌的报送").waitFor();
  assert.ok(await button(page, "先试一遍（不记入）").isDisabled(), "first a file is chosen");
  const picture = { name: "图.png", mimeType: "image/png", buffer: Buffer.from([137, 80, 0]) };
  await page.getByLabel("选择文件，或拖到这里").setInputFiles(picture);
  await page.getByText("没有选入 图.png：报表文件是 .csv 或 .xlsx。").waitFor();
  await choose(page, [BODY, BODY]);
  await button(page, "移除 103010-样例.csv").waitFor();
  await button(page, "先试一遍（不记入）").focus();
  await page.keyboard.press("Enter");
  await page.getByText("这是试报：以上结果都没有记入日志。").waitFor();
  const { size } =
    (await place.platform.logs.heads()).find((log) => log.institution === BODY) ?? {};
  assert.equal(size, 1, "a try records nothing");
  await button(page, "记入日志").click();
  const sheet = page.getByRole("dialog", { name: "记入本机构的日志" });
  await sheet.getByText("2 行将以「样例认证有限公司」的名义记入日志").waitFor();
  await expectClean(page, "the sheet");
  await sheet.getByRole("button", { name: "记入日志" }).click();
  const list = page.getByRole("list", { name: "以往的报送" }).getByRole("listitem");
  await list.filter({ hasText: "贺样例" }).filter({ hasText: "已记入 2" }).waitFor();
  await page.getByRole("status").filter({ hasText: "已完成" }).waitFor();
  await expectGood(page, "a recorded report");
});

test("a row of another institution is refused with its code, and its file can be fetched", async () => {
  const { page } = colleague;
  await page.goto("/workspace/reports?lang=zh");
  await choose(page, [BODY, "CNCA-R-2026-902"]);
  await button(page, "先试一遍（不记入）").click();
  await page.getByRole("cell", { name: /institution-not-yours/ }).waitFor();
  await button(page, "换其他文件").waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^下载 / }).click(),
  ]);
  const text = readFileSync(await saved.path(), "utf8");
  assert.match(text, /CNCA-R-2026-902/);
  assert.ok(!text.includes(certificateNumber(1)), "rows that are right need no mending");
  await expectGood(page, "a refused row");
  await page.getByText("要记入日志，请重新选择这些文件").waitFor({ state: "detached" });
  await colleague.done();
});

test("who has no role for it, and who acts for no body, cannot hand in", async () => {
  const manager = { name: "罗样例", signInName: "luo", roles: ["rule-manager" as const] };
  const without = await hire(browser, place, manager);
  assert.equal(await without.page.getByRole("link", { name: "报送" }).count(), 0);
  await without.page.goto("/workspace/reports");
  await without.page.getByText("您现在的角色不能打开这个页面。").waitFor();
  await without.done();
  const person = { name: "马样例", signInName: "maya", roles: ["administrator" as const] };
  const regulator = await hire(browser, place, { ...person, institution: REGULATOR });
  await regulator.page.goto("/workspace/reports");
  await regulator.page.getByText("报送由认证机构办理").waitFor();
  await expectClean(regulator.page, "no body");
  await regulator.done();
});
