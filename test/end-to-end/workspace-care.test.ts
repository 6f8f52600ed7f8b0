import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { generate } from "otplib";
import type { Browser, Page } from "playwright-core";
import { DESK, launchBrowser, PHONE, visitor } from "./support/browser.ts";
import { type Colleague, expectClean, hire } from "./support/colleague.ts";
import { openWorkplace, type Workplace } from "./support/workplace.ts";

const PASSWORD = "four unrelated words here";

let place: Workplace;
let browser: Browser;
let administrator: Colleague;
let member: Awaited<ReturnType<typeof newVisitor>>;
let codes: string[];

before(async () => {
  place = await openWorkplace();
  browser = await launchBrowser();
  const roles = ["administrator" as const];
  administrator = await hire(browser, place, { name: "何样例", signInName: "heyang", roles });
  member = await newVisitor();
});
after(async () => {
  await browser?.close();
  await place?.close();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const newVisitor = () =>
  visitor(browser, {
    origin: place.url,
    baseURL: place.url,
    viewport: DESK,
    reducedMotion: "reduce",
  });

/** Password and authenticator, to the recovery codes, which are given back. */
async function enrol(page: Page, submit: string): Promise<string[]> {
  await page.getByLabel("密码和验证器应用").check();
  const secret = await page.locator(".enrolment code").textContent();
  await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
  const totp = await generate({ secret: (secret ?? "").replaceAll(/\s/g, "") });
  await page.getByLabel("验证码").fill(totp);
  await button(page, submit).click();
  await page.getByText("保存恢复码").waitFor();
  await expectClean(page, "the recovery codes");
  const shown = await page.locator(".recovery-codes").allInnerTexts();
  await page.getByLabel("我已把恢复码存到安全的地方").check();
  await button(page, "进入工作台").click();
  await page.getByRole("heading", { name: "今天", exact: true }).waitFor();
  return shown.join("\n").match(/[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/g) ?? [];
}

async function signInByRecoveryCode(page: Page, code: string): Promise<void> {
  await page.goto("/workspace/sign-in");
  await button(page, "手机不在身边？改用恢复码").click();
  await page.getByLabel("登录名").fill("luoyang");
  await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await page.getByLabel("恢复码").fill(code);
  await button(page, "登录").click();
}

test("a password is set up with an authenticator, and a recovery code signs in once", async () => {
  const { page } = member;
  await page.goto(await place.invitation(["read-only"]));
  await page.getByLabel("姓名").fill("罗样例");
  await page.getByLabel("登录名").fill("luoyang");
  codes = await enrol(page, "开通并加入");
  assert.equal(codes.length, 10);
  const other = await newVisitor();
  await signInByRecoveryCode(other.page, codes[0] ?? "");
  await other.page.getByRole("heading", { name: "今天", exact: true }).waitFor();

  await page.goto("/workspace/account/sessions?lang=zh");
  await page
    .getByRole("button", { name: /^结束 / })
    .first()
    .click();
  await button(page, "结 束").or(page.locator(".ant-popover .ant-btn-dangerous")).first().click();
  await page
    .getByRole("button", { name: /^结束 / })
    .first()
    .waitFor({ state: "detached" });
  await other.page.goto("/workspace/account");
  await other.page.getByRole("heading", { name: "登录工作台" }).waitFor();
  await signInByRecoveryCode(other.page, codes[0] ?? "");
  await other.page.getByText("sign-in-refused").waitFor();
  await other.done();
});

test("the last administrator cannot give the role away", async () => {
  const { page } = administrator;
  await page.goto("/workspace/members?lang=zh");
  await button(page, "更改角色 何样例").click();
  const roles = page.getByRole("group", { name: "角色：何样例" });
  await roles.getByLabel("机构管理员").uncheck();
  await roles.getByLabel("只读").check();
  await button(page, "保存").click();
  await page.getByText("last-administrator").waitFor();
  assert.equal(await button(page, "移出 何样例").count(), 0, "nobody removes themself");
});

test("a member who lost everything comes back by link and is told; then is erased", async () => {
  const { page } = administrator;
  await page.goto("/workspace/members?lang=zh");
  await button(page, "恢复登录 罗样例").click();
  await page.locator(".ant-popover .ant-btn-dangerous").click();
  const link = await page.getByLabel("恢复登录的链接（只显示这一次）").inputValue();
  await expectClean(page, "the link");
  await member.page.goto("/workspace/account");
  await member.page.getByRole("heading", { name: "登录工作台" }).waitFor();
  await member.page.goto(link);
  await member.page.getByRole("heading", { name: "为您的账户设置新的登录方式" }).waitFor();
  await expectClean(member.page, "the recovery");
  await enrol(member.page, "开通并加入");
  await member.page.getByText(/^何样例 于 .* 重置了您的登录方式/).waitFor();
  await member.page.setViewportSize(PHONE);
  await expectClean(member.page, "the notice");
  await button(member.page, "我知道了").click();
  await member.page.getByText("您的登录方式被重置过").waitFor({ state: "detached" });

  await button(page, "抹除账户 罗样例").click();
  const sheet = page.getByRole("dialog", { name: "抹除账户 罗样例" });
  const confirm = sheet.getByRole("button", { name: "抹除账户" });
  assert.ok(await confirm.isDisabled(), "it is confirmed in words");
  await sheet.getByLabel("照样输入登录名 luoyang 以确认").fill("luoyang");
  await expectClean(page, "the sheet");
  await confirm.click();
  await page
    .getByRole("list", { name: "成员" })
    .getByText("罗样例", { exact: true })
    .waitFor({ state: "detached" });
  for (const language of ["en", "zh"]) {
    await page.goto(`/workspace/members/sign-ins?lang=${language}`);
    await page.getByRole("list", { name: /账户处置|Acts on accounts/ }).waitFor();
    await expectClean(page, `the audit, ${language}`);
  }
  await page.getByText("抹除账户").first().waitFor();
  await member.done();
  await administrator.done();
});
