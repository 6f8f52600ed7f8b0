import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { builtPortal, type RunningServer, serve } from "@suzheng/server";
import type { Browser } from "playwright-core";
import {
  openTestPlatform,
  type TestPlatform,
} from "../../packages/server/src/testing/test-platform.ts";
import { twoRuleVersions } from "../../packages/server/src/testing/two-rule-versions.ts";
import { DESK, faultsOf, launchBrowser, PHONE, visitor } from "./support/browser.ts";

const packs = twoRuleVersions();
let platform: TestPlatform;
let server: RunningServer;
let browser: Browser;

before(async () => {
  platform = await openTestPlatform({ rulePacksFolder: packs.path });
  const portalFolder = builtPortal();
  server = await serve(platform, { host: "127.0.0.1", port: 0, demo: false, portalFolder });
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await platform?.remove();
  packs.remove();
});

type Work = (visit: Awaited<ReturnType<typeof visitor>>) => Promise<void>;

async function at(path: string, work: Work, viewport = PHONE): Promise<void> {
  const visit = await visitor(browser, { origin: server.url, baseURL: server.url, viewport });
  await visit.page.goto(path);
  await work(visit);
  await visit.done();
}

test("words of a clause lead to it, on a day and on any day", async () => {
  await at("/rules", async ({ page }) => {
    await page.getByRole("searchbox", { name: "在规则与条文中查找" }).fill("合计不超过170");
    await page.getByLabel("施行情况").selectOption({ label: "不限" });
    const found = page.getByRole("region", { name: "条文中找到的" }).getByRole("link");
    await found.first().waitFor();
    assert.equal(await found.first().locator("mark").textContent(), "合计不超过 170");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= PHONE.width, `the page is ${width} px wide`);
    await found.first().click();
    await page.waitForURL("**/rules/cnca-qms-01/2027#c-3.9");
    await page.locator('[id="c-3.9"]').getByText("170 天").first().waitFor();
  });
});

test("two versions are compared by clause, with the changed words and values marked", async () => {
  await at("/rules/cnca-qms-01", async ({ page }) => {
    await page.getByRole("button", { name: "比较" }).click();
    await page.waitForURL("**/rules/cnca-qms-01/diff?from=2025&to=2027");
    const clause = page.locator('[id="c-3.9"]');
    await clause.locator("ins", { hasText: /^170$/ }).first().waitFor();
    await clause.locator("del", { hasText: /^180$/ }).first().waitFor();
    await clause.getByText("onSiteDaysMax").waitFor();
    await page.getByRole("link", { name: "对调方向" }).click();
    await page.waitForURL("**/diff?from=2027&to=2025");
    await clause.locator("ins", { hasText: /^180$/ }).first().waitFor();
  });
});

test("a version is cited with its address, and has a form for programs", async () => {
  await at("/rules/cnca-qms-01/2025", async ({ page }) => {
    const citation = page.locator("blockquote");
    await citation.getByText(`${server.url}/rules/cnca-qms-01/2025`).waitFor();
    const href = await page.getByRole("link", { name: "机器可读的规则包" }).getAttribute("href");
    const pack = await (await fetch(`${server.url}${href}`)).json();
    assert.equal(pack.version, "2025");
    await page.getByRole("link", { name: "Q-16" }).first().click();
    await page.locator("#source-Q-16:target").getByText("由他人带条款号引用").waitFor();
    await page.locator("#source-Q-16").getByRole("link", { name: "S-07" }).click();
    await page.locator("#source-S-07:target").getByText("国家认监委关于新规则的答疑").waitFor();
    await page
      .getByRole("region", { name: "在本版本之下颁发的证书" })
      .getByText("逐张写明按哪个版本判定")
      .waitFor();
  });
});

test("a calculator answers line by line at an address that can be shared", async () => {
  await at("/calculators?lang=en", async ({ page }) => {
    await page.getByRole("link", { name: "Multi-site sampling" }).click();
    await page.getByLabel("Sites apart from the central function").fill("25");
    await page.getByLabel("Audit activity").selectOption("initial");
    await page.getByRole("button", { name: "Calculate" }).click();
    await page.getByText("5 sites").first().waitFor();
    await page.getByText("as filled in").first().waitFor();
    assert.match(page.url(), /sites=25.*audit=initial|audit=initial.*sites=25/);
    await page.reload();
    await page.getByText("5 sites").first().waitFor();
    assert.equal(await page.getByLabel("Sites apart from the central function").inputValue(), "25");
    await page.getByLabel("Sites apart from the central function").fill("1");
    await page.keyboard.press("Enter");
    await page.getByText("too-few-sites").waitFor();
  });
});

test("an integrated audit takes systems row by row", async () => {
  await at("/calculators/iaf-md-11/2019", async ({ page }) => {
    await page.getByLabel("因一体化减少").fill("20");
    for (const [i, days] of ["5", "6"].entries()) {
      const row = page.getByRole("group", { name: `第 ${i + 1} 个体系` });
      await row.getByLabel("管理体系").fill(`体系${i + 1}`);
      await row.getByLabel(/单独的审核时间/).fill(days);
    }
    await page.getByRole("button", { name: "计算" }).click();
    await page.getByText("8.8 人日").first().waitFor();
  });
});

const PAGES = [
  "/rules?q=%E7%9B%91%E7%9D%A3&on=any",
  "/rules/cnca-qms-01",
  "/rules/cnca-qms-01/diff?from=2025&to=2027",
  "/rules/cnca-qms-01/2025",
  "/calculators",
  "/calculators/iaf-md-5/2019?system=QMS&effectivePersonnel=120&activity=initial",
  "/calculators/iaf-md-11/2019?lang=en",
  "/calculators/iaf-md-2/2023?lang=en&on=2026-05-01",
];

test("axe finds nothing wrong on these pages, at any width, and none is too wide", async () => {
  const found: string[] = [];
  const lookAt = (viewport: typeof PHONE) =>
    at("/", async ({ page }) => void found.push(...(await faultsOf(page, PAGES))), viewport);
  await Promise.all([lookAt(PHONE), lookAt(DESK)]);
  assert.deepEqual(found, []);
});
