import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connectInstitution } from "@suzheng/server";
import type { Browser, Page } from "playwright-core";
import { sweepPlatform } from "../../packages/server/src/compose/sweep.ts";
import { reportRows, sampleRows } from "../../packages/server/src/testing/sample-acts.ts";
import { DESK, faultsOf, launchBrowser, PHONE, visitor } from "./support/browser.ts";
import { suspendedCells } from "./support/certificate-report.ts";
import { type Colleague, expectClean, hire } from "./support/colleague.ts";
import { BODY, openWorkplace, REGULATOR, type Workplace } from "./support/workplace.ts";

const SMALL_BODY = "CNCA-R-2026-902";
let place: Workplace;
let browser: Browser;
let reviewer: Colleague;

/** Two years on: the first surveillance of every certificate is overdue. */
const now = () =>
  new Date(Date.parse("2028-06-22T04:00:00.000Z") + performance.now()).toISOString();

before(async () => {
  place = await openWorkplace({ now });
  browser = await launchBrowser();
  const { platform } = place;
  await reportRows(platform, [1, 2, 3].flatMap(sampleRows));
  const row = sampleRows(3).find(({ table }) => table === "103010");
  assert.ok(row);
  const suspended = { ...row.cells, ...suspendedCells("2028-06-01", "2028-11-30") };
  await reportRows(platform, [{ ...row, cells: suspended }]);
  const small = { approvalNumber: SMALL_BODY, name: "乙样例认证有限公司", fields: ["A02"] };
  await connectInstitution({ ...platform, submitter: "test" }, small);
  await sweepPlatform(platform);
  const person = { name: "周样例", signInName: "zhou", roles: ["regulator-reviewer" as const] };
  reviewer = await hire(browser, place, { ...person, institution: REGULATOR });
});
after(async () => {
  await browser?.close();
  await place?.close();
});

const rows = (page: Page) => page.getByRole("table").getByRole("row");
const firstOf = async (page: Page) => (await rows(page).nth(1).textContent()) ?? "";

test("a body's page says how its certificates stand and what its fields are", async () => {
  const visit = await visitor(browser, { origin: place.url, baseURL: place.url });
  const { page } = visit;
  await page.goto(`/bodies/${BODY}`);
  const standing = page.getByRole("region", { name: "证书今天的状态" });
  await standing.getByText("2028-06-22 的状态").waitFor();
  const counts = await standing.locator("dl > div").allTextContents();
  assert.deepEqual(counts, ["有效2", "暂停1", "撤销0", "注销0", "过期0"]);
  await standing.getByText(/\d 张证书有规则要求的事项已过期限/).waitFor();
  await page.getByText("A01 质量管理体系认证、A02 环境管理体系认证").waitFor();
  await page.goto(`/bodies/${SMALL_BODY}`);
  await page
    .getByRole("region", { name: "证书今天的状态" })
    .getByText("还没有公开的证书")
    .waitFor();
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    assert.deepEqual(await faultsOf(page, [`/bodies/${BODY}?lang=en`], ["light", "dark"]), []);
  }
  await visit.done();
});

test("a regulator sorts the bodies by what they have, with the keyboard too, and opens one", async () => {
  const { page } = reviewer;
  await page.getByRole("navigation").getByRole("link", { name: "机构", exact: true }).click();
  await page.getByRole("heading", { name: "机构", exact: true }).waitFor();
  assert.match(await firstOf(page), new RegExp(BODY), "those with most overdue first");
  await expectClean(page, "the bodies");
  const byName = page.getByRole("button", { name: "机构", exact: true });
  await byName.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/workspace/bodies?sort=name");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/workspace/bodies?sort=-name");
  assert.match(await firstOf(page), new RegExp(SMALL_BODY));
  const sorted = page.getByRole("columnheader", { name: "机构" });
  assert.equal(await sorted.getAttribute("aria-sort"), "descending");
  await page.setViewportSize(PHONE);
  assert.deepEqual(await faultsOf(page, ["/workspace/bodies", "/workspace/bodies?lang=en"]), []);
  await page.setViewportSize(DESK);
  await page.goto("/workspace/bodies?lang=zh");
  await page.getByRole("link", { name: "样例认证有限公司", exact: true }).click();
  await page.waitForURL(`**/bodies/${BODY}*`);
});

test("a body's people are not led to the list of bodies", async () => {
  const person = { name: "林样例", signInName: "lin", roles: ["administrator" as const] };
  const { page } = await hire(browser, place, person);
  assert.equal(await page.getByRole("navigation").getByRole("link", { name: "机构" }).count(), 0);
});
