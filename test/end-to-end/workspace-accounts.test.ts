import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, PHONE, visitor } from "./support/browser.ts";
import { type Colleague, expectClean, hire } from "./support/colleague.ts";
import { openWorkplace, type Workplace } from "./support/workplace.ts";

let place: Workplace;
let browser: Browser;
let administrator: Colleague;

before(async () => {
  place = await openWorkplace();
  browser = await launchBrowser();
  const roles = ["administrator" as const, "quality-responsible" as const];
  administrator = await hire(browser, place, { name: "何样例", signInName: "heyang", roles });
});
after(async () => {
  await browser?.close();
  await place?.close();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Nothing may stick out of a phone's screen. */
async function expectNarrow(page: Page, what: string): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= PHONE.width, `${what} is ${width} px wide`);
}

const newVisitor = () =>
  visitor(browser, { origin: place.url, baseURL: place.url, reducedMotion: "reduce" });

test("who is not signed in is asked to, and comes back to the page asked for", async () => {
  const link = await place.signInLink({ signInName: "luo", name: "罗样例", roles: ["read-only"] });
  const visit = await newVisitor();
  const { page } = visit;
  await page.goto("/workspace/account");
  await page.getByRole("heading", { name: "登录工作台" }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get("after"), "/account");
  await expectClean(page, "sign-in");
  await expectNarrow(page, "sign-in");
  await page.goto(link);
  await button(page, "使用这个链接").click();
  await page.getByRole("heading", { name: "今天", exact: true }).waitFor();
  await page.getByText("演示数据").waitFor();
  assert.equal(await page.getByRole("link", { name: "成员" }).count(), 0, "no members for readers");
  await page.goto("/workspace/members");
  await page.getByText("您现在的角色不能打开这个页面。").waitFor();
  assert.match(await page.title(), /^您现在的角色不能打开/);
  await page.goto("/workspace/nowhere");
  await page.getByRole("heading", { name: "工作台里没有这个页面。" }).waitFor();
  assert.match(await page.title(), /^工作台里没有这个页面/);
  await visit.done();
});

test("every page of one's own account is clean in both languages and fits a phone", async () => {
  const { page } = administrator;
  await page.setViewportSize(PHONE);
  const pages = [
    ["/workspace", "今天", "Today"],
    ["/workspace/members", "成员", "Members"],
    ["/workspace/members/sign-ins", "登录审计", "Sign-in audit"],
    ["/workspace/account", "登录凭据", "My credentials"],
    ["/workspace/account/sessions", "会话与登录记录", "Sessions and sign-ins"],
  ] as const;
  for (const [path, chinese, english] of pages) {
    for (const [address, name] of [
      [`${path}?lang=zh`, chinese],
      [`${path}?lang=en`, english],
    ] as const) {
      await page.goto(address);
      await page.getByRole("heading", { name, exact: true, level: 1 }).waitFor();
      await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
      await expectClean(page, address);
      await expectNarrow(page, address);
      const here = await page.locator("nav [aria-current=page]").boundingBox();
      assert.ok(
        here && here.x >= 0 && here.x + here.width <= PHONE.width,
        `${address} is in sight`,
      );
    }
  }
});

test("a member is invited, joins, and a change of roles can be taken back", async () => {
  const { page } = administrator;
  await page.goto("/workspace/members?lang=zh");
  await page.getByRole("form", { name: "邀请成员" }).getByLabel("只读").check();
  await button(page, "生成邀请链接").click();
  const link = await page.getByLabel("邀请链接（只显示这一次）").inputValue();
  assert.match(link, /\/workspace\/join#/);
  await button(page, "更改角色 何样例").click();
  await page.getByRole("group", { name: "角色：何样例" }).getByLabel("规则管理").check();
  await button(page, "保存").click();
  await page.getByText("已更改角色：何样例").waitFor();
  const row = page.getByRole("list", { name: "成员" }).getByRole("listitem");
  await row.filter({ hasText: "规则管理" }).waitFor();
  await button(page, "撤回").click();
  await row.filter({ hasText: "规则管理" }).waitFor({ state: "detached" });
});

test("the keyboard goes to places and explains itself", async () => {
  const { page } = administrator;
  await page.goto("/workspace?lang=zh");
  await page.getByRole("heading", { name: "今天", exact: true }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await page.getByRole("heading", { name: "成员", exact: true }).waitFor();
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("type")), "search");
  await button(page, "更改角色 何样例").focus();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "键盘操作" }).waitFor();
  await expectClean(page, "the help");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "键盘操作" }).waitFor({ state: "detached" });
});

test("after signing out the passkey signs in again", async () => {
  const { page } = administrator;
  await button(page, "退出登录").click();
  await button(page, "用通行密钥登录").click();
  await page.getByRole("heading", { name: "今天", exact: true }).waitFor();
  await administrator.done();
});
