import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { addDays } from "@suzheng/certification";
import { sweepPlatform } from "@suzheng/server";
import type { Browser, Page } from "playwright-core";
import { certificateNumber, reportRows } from "../../packages/server/src/testing/sample-acts.ts";
import { launchBrowser } from "./support/browser.ts";
import { certificateCells } from "./support/certificate-report.ts";
import { type Colleague, expectClean, hire } from "./support/colleague.ts";
import { openWorkplace, REGULATOR, type Workplace } from "./support/workplace.ts";

let place: Workplace;
let browser: Browser;
let manager: Colleague;
let answering: Colleague;
let reviewer: Colleague;
const today = new Date().toISOString().slice(0, 10);
/** The first surveillance is then due in less than 90 days, so a reminder has been given. */
const issuedOn = addDays(today, -290);

const button = (page: Page, name: string) => page.getByRole("button", { name });

before(async () => {
  place = await openWorkplace();
  browser = await launchBrowser();
  const cells = certificateCells(1, { issuedOn });
  const [outcome] = await reportRows(place.platform, [{ table: "103010", cells }]);
  assert.equal(outcome?.outcome, "recorded", JSON.stringify(outcome));
  await sweepPlatform(place.platform);
  const person = { name: "林样例", signInName: "lin", roles: ["rule-manager" as const] };
  manager = await hire(browser, place, person);
  const quality = { name: "郑样例", signInName: "zheng", roles: ["quality-responsible" as const] };
  answering = await hire(browser, place, quality);
  const regulator = { roles: ["regulator-reviewer" as const], institution: REGULATOR };
  reviewer = await hire(browser, place, { name: "沈样例", signInName: "shen", ...regulator });
});
after(async () => {
  await browser?.close();
  await place?.close();
});

test("today's page leads with what waits; a reviewer is not led to deadlines of bodies", async () => {
  await manager.page.goto("/workspace");
  await manager.page.getByRole("heading", { name: /等着处理的（未读 \d+ 条）/ }).waitFor();
  await manager.page.getByText("首次监督审核最迟").first().waitFor();
  await expectClean(manager.page, "today");
  await reviewer.page.goto("/workspace");
  await reviewer.page.getByText("今天没有待审核的规则备案。").waitFor();
  assert.equal(await reviewer.page.getByRole("link", { name: "收件箱" }).count(), 0);
});

test("a reminder is in the inbox until who answers for it says that it is done", async () => {
  await manager.page.goto("/workspace/inbox");
  await button(manager.page, "标为已读").first().waitFor();
  assert.equal(
    await button(manager.page, "办结").count(),
    0,
    "it is not the rule manager's to say",
  );
  const { page } = answering;
  await page.goto("/workspace/inbox");
  await page.getByText("首次监督审核最迟").waitFor();
  const link = page.getByRole("link", { name: certificateNumber(1) }).first();
  assert.equal(await link.getAttribute("href"), `/c/${certificateNumber(1)}`);
  await expectClean(page, "the inbox");
  await settle(page);
  await page.getByText("没有待办的消息").waitFor();
  await page.getByLabel("也显示已了结和更早的消息").check();
  await page.getByText(/郑样例 已办结，\d{4}-/).waitFor();
  await button(page, "撤回办结").click();
  await page.getByLabel("也显示已了结和更早的消息").uncheck();
  await settle(page);
  await page.getByText("没有待办的消息").waitFor();
});

async function settle(page: Page): Promise<void> {
  await button(page, "办结").first().click();
  const asked = page.getByRole("tooltip");
  await asked.getByText("为全机构办结这条消息？").waitFor();
  await asked.getByRole("button", { name: /办\s*结/ }).click();
}

test("a pause asked for by the body and approved by a reviewer moves the deadline", async () => {
  await manager.page.goto("/workspace/tolling");
  await manager.page.getByRole("heading", { name: "申请暂停" }).waitFor();
  await expectClean(manager.page, "the form for a pause");
  await manager.page.getByLabel("暂停起始日").fill(addDays(today, 1));
  await manager.page.getByLabel("恢复计时日").fill(addDays(today, 11));
  await manager.page.getByLabel("理由（将公开，不写个人信息）").fill("样例：台风期间无法到现场");
  await button(manager.page, "提交申请").click();
  await manager.page.getByText("待审").waitFor();
  assert.equal(await button(manager.page, "批准").count(), 0, "who asks does not approve");
  const { page } = reviewer;
  await page.goto("/workspace/tolling");
  await page.getByRole("button", { name: "批准 样例：台风期间无法到现场", exact: true }).click();
  await page
    .getByRole("tooltip")
    .getByRole("button", { name: /批\s*准/ })
    .click();
  await page.getByText("已批准").waitFor();
  await expectClean(page, "the pauses");
  await sweepPlatform(place.platform);
  await manager.page.goto("/workspace/obligations");
  await manager.page.getByText("期限暂停 10 天", { exact: false }).first().waitFor();
  await expectClean(manager.page, "the deadlines");
});

test("deadlines are filtered at an address of their own, and taken along as a file", async () => {
  const { page } = manager;
  await page.goto("/workspace/obligations");
  await page.getByLabel("按证书编号查找").fill(certificateNumber(1).slice(3));
  await page.getByRole("radiogroup", { name: "按状态筛选" }).getByText("临近").click();
  await page.waitForURL(/number=.*&state=reminding/);
  await page.reload();
  assert.ok(await page.getByRole("radio", { name: "临近" }).isChecked());
  await page.getByText("首次监督审核最迟").first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载 CSV" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  assert.match(text, new RegExp(`临近,${certificateNumber(1)},.*公司,`));
  await expectClean(page, "the deadlines, filtered");
});

test("a calendar address is made, shown once and revoked", async () => {
  const { page } = manager;
  await page.goto("/workspace/obligations");
  await button(page, "新建日历地址").click();
  const address = await page.locator("code", { hasText: ".ics" }).textContent();
  const read = await fetch(String(address));
  assert.match(await read.text(), /BEGIN:VEVENT/);
  await button(page, "停用 建于").click();
  await page
    .getByRole("tooltip")
    .getByRole("button", { name: /停\s*用/ })
    .click();
  await button(page, "停用 建于").waitFor({ state: "detached" });
  assert.equal((await fetch(String(address))).status, 404);
});
