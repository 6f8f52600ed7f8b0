import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { DESK, faultsOf, launchBrowser, PHONE, visitor } from "./support/browser.ts";
import { BODY, type FiledRules, NEXT_FROM, serveFiledRules } from "./support/filed-rules.ts";

let server: FiledRules;
let browser: Browser;

before(async () => {
  server = await serveFiledRules();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const PLACE = `/rules/${BODY}/remote-service`;
const ENDED = `/rules/${BODY}/agency-service/1`;
type Work = (visit: Awaited<ReturnType<typeof visitor>>) => Promise<void>;

async function at(path: string, work: Work, viewport = PHONE): Promise<void> {
  const visit = await visitor(browser, { origin: server.url, baseURL: server.url, viewport });
  await visit.page.goto(path);
  await work(visit);
  await visit.done();
}

test("a filed rule is found in the one list, by filters that the address keeps", async () => {
  await at("/rules", async ({ page }) => {
    const remote = page.getByRole("link", { name: /远程服务能力认证规则/ });
    const ended = page.getByRole("link", { name: /代办服务认证规则/ });
    await remote.getByText("现行，已定由新版本取代").waitFor();
    assert.equal(await ended.count(), 0, "what was cancelled is not in force today");
    await page.getByLabel("制定者").selectOption({ label: "认证机构（备案）" });
    await page.getByText("共 1 项规则").waitFor();
    await page.getByLabel("施行情况").selectOption({ label: "已注销" });
    await ended.getByText("已注销").waitFor();
    assert.equal(await remote.count(), 0);
    const sent = page.url();
    assert.match(sent, /filed=true/);
    await page.goto("/rules");
    await page.goto(sent);
    await ended.waitFor();
    assert.equal(await page.getByLabel("施行情况").inputValue(), "cancelled");
    await page.getByRole("button", { name: "清除条件" }).click();
    await remote.waitFor();
  });
});

test("words of a filed clause lead to the clause; a draft or a mere filing is not found", async () => {
  await at("/rules", async ({ page }) => {
    const search = page.getByRole("searchbox", { name: "在规则与条文中查找" });
    await search.fill("十份服务");
    const found = page.getByRole("region", { name: "条文中找到的" }).getByRole("link");
    await found.locator("mark", { hasText: "十份服务" }).waitFor();
    assert.equal(await found.count(), 1);
    await page.getByText("没有名称或编号符合的规则，条文中找到的如下。").waitFor();
    await found.click();
    await page.waitForURL(`**${PLACE}/1#c-2`);
    await page.locator('[id="c-2"]').getByText("不少于十份").waitFor();
    await page.goto("/rules?on=any");
    await search.fill("只备案");
    await page.getByText("没有符合条件的规则。").waitFor();
  });
});

test("acts and text are verified in the browser, against the body's log", async () => {
  await at(`${PLACE}/1`, async ({ page }) => {
    const history = page.getByRole("region", { name: "备案与发布的经过" });
    await history.locator(".line-verb").last().waitFor();
    assert.deepEqual(await history.locator(".line-verb").allTextContents(), [
      "被新版本取代 · 1 版",
      "发布 · 2 版 · 本人签名",
      "备案 · 2 版 · 本人签名",
      "发布 · 1 版 · 本人签名",
      "备案 · 1 版 · 本人签名",
    ]);
    await page.getByRole("button", { name: "在本机验证" }).click();
    await page.getByText("备案的就是本页的正文").waitFor();
  });
});

test("a page that does not show what was filed fails its verification", async () => {
  const visit = await visitor(browser, { origin: server.url, baseURL: server.url });
  const { page, context } = visit;
  await context.route("**/api/v1/rules/registered/*/*/versions/1", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace("不少于十份", "不少于一份");
    await route.fulfill({ response: answer, body });
  });
  await page.goto(`${PLACE}/1`);
  await page.getByText("不少于一份").waitFor();
  await page.getByRole("button", { name: "在本机验证" }).click();
  await page.getByText("本页的经过或正文与它不一致").waitFor();
  assert.equal(await page.getByText("已在本机验证").count(), 0);
  await visit.done();
});

test("two versions differ by clause: words, what came and went, and the value executed", async () => {
  await at(PLACE, async ({ page }) => {
    await page.getByRole("button", { name: "比较" }).click();
    await page.waitForURL(`**${PLACE}/diff?from=1&to=2`);
    const clause = (number: string) => page.locator(`[id="c-${number}"]`);
    await clause("2").getByText("修改").waitFor();
    await clause("2")
      .locator("del", { hasText: /^十份$/ })
      .waitFor();
    await clause("2")
      .locator("ins", { hasText: /^二十份$/ })
      .waitFor();
    await clause("3").getByText("条文未改").waitFor();
    assert.equal(await clause("3").locator("ins").textContent(), "170");
    await clause("4").getByText("删除").waitFor();
    await clause("4").locator("del", { hasText: "三十日内答复" }).waitFor();
    await clause("5").getByText("新增").waitFor();
    await clause("2").getByRole("link", { name: "2", exact: true }).click();
    await page.waitForURL(`**${PLACE}/2#c-2`);
  });
});

test("what was superseded or cancelled says so first, with the reason and the way on", async () => {
  await at(`${PLACE}/1`, async ({ page }) => {
    await page.getByText(`本版本自 ${NEXT_FROM} 起由 2 版取代。`).waitFor();
    await page.getByRole("link", { name: "阅读 2 版" }).click();
    await page.getByText(`本版本自 ${NEXT_FROM} 起施行，目前尚未施行。`).waitFor();
    await page.goto(ENDED);
    await page.getByText(/本版本已于 .* 注销，不再施行。/).waitFor();
    await page.getByText("理由：超出获批领域").waitFor();
    await page.getByText("没有附可执行的要求").waitFor();
  });
});

test("a version tells its particulars, its certificates' convention, and programs what was filed", async () => {
  await at(
    `${PLACE}/1?lang=en`,
    async ({ page }) => {
      for (const fact of ["Category", "Field", "Item codes", "Certification mark", "Filed by"]) {
        await page.getByRole("term").getByText(fact, { exact: true }).waitFor();
      }
      const issued = page.getByRole("region", { name: "Certificates issued under this version" });
      await issued.getByText(/^By convention/).waitFor();
      const form = page.getByRole("link", { name: "Machine-readable filed bundle" });
      const bundle = await page.request.get((await form.getAttribute("href")) ?? "");
      assert.equal((await bundle.json()).content.number, "YL-R-001");
      const address = await page.request.get(`${PLACE}/1`, {
        headers: { accept: "application/json" },
      });
      assert.equal(await address.text(), await bundle.text());
    },
    DESK,
  );
});

test("what is not public, and what never was, is not found, in words", async () => {
  for (const path of [`/rules/${BODY}/filed-only/1`, `/rules/${BODY}/filed-only`, `${PLACE}/9`]) {
    await at(path, async ({ page }) => {
      await page.getByText("没有这个规则或版本。").waitFor();
      await page.getByText("rule-not-found").waitFor();
    });
  }
});

test("the list is used by keyboard alone, and says when the network is gone", async () => {
  const visit = await visitor(browser, {
    ...{ origin: server.url, baseURL: server.url, viewport: PHONE, serviceWorkers: "block" },
  });
  const { page, context } = visit;
  await page.goto("/rules");
  await page.getByRole("link", { name: /远程服务能力认证规则/ }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("远程服务");
  await page.getByText("共 1 项规则").waitFor();
  await context.setOffline(true);
  await page.getByLabel("施行情况").selectOption({ label: "不限" });
  await page.getByRole("button", { name: "重试" }).first().waitFor();
  await page.getByText("共 1 项规则").waitFor({ state: "detached" });
  await context.setOffline(false);
  await page.getByRole("button", { name: "重试" }).first().click();
  await page.getByText("共 1 项规则").waitFor();
  await page
    .getByRole("link", { name: /远程服务能力认证规则/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${PLACE}/2`);
  await visit.done();
});

const PAGES = [
  "/rules?filed=true&on=any",
  "/rules?q=%E6%9C%8D%E5%8A%A1&on=any&lang=en",
  "/rules?q=%E6%B2%A1%E6%9C%89%E7%9A%84",
  PLACE,
  `${PLACE}/1`,
  `${PLACE}/2?lang=en`,
  ENDED,
  `${PLACE}/diff?from=1&to=2`,
  `${PLACE}/diff?from=2&to=1&lang=en`,
  `/rules/${BODY}/filed-only/1`,
];

test("axe finds nothing wrong on these pages, at any width, and none is too wide", async () => {
  const found: string[] = [];
  for (const viewport of [PHONE, DESK]) {
    const look: Work = async ({ page }) => void found.push(...(await faultsOf(page, PAGES)));
    await at("/rules", look, viewport);
  }
  assert.deepEqual(found, []);
});
