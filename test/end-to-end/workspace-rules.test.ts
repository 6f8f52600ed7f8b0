import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "./support/browser.ts";
import { type Colleague, expectClean, hire, sign } from "./support/colleague.ts";
import { BODY, openWorkplace, REGULATOR, type Workplace } from "./support/workplace.ts";

const RULE = "sample-service";
const PDF = Buffer.from("%PDF-1.7\n样例全文\n%%EOF\n");

let place: Workplace;
let browser: Browser;
let manager: Colleague;
let responsible: Colleague;
let reviewer: Colleague;

before(async () => {
  place = await openWorkplace();
  browser = await launchBrowser();
  const people = [
    { name: "林样例", signInName: "lin", roles: ["rule-manager" as const] },
    { name: "郑样例", signInName: "zheng", roles: ["quality-responsible" as const] },
  ];
  [manager, responsible] = (await Promise.all(
    people.map((person) => hire(browser, place, person)),
  )) as [Colleague, Colleague];
  const regulator = { roles: ["regulator-reviewer" as const], institution: REGULATOR };
  reviewer = await hire(browser, place, { name: "沈样例", signInName: "shen", ...regulator });
});
after(async () => {
  await browser?.close();
  await place?.close();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });

async function openVersion(page: Page, version: string): Promise<void> {
  await page.goto(`/workspace/registry/${BODY}/${RULE}/${version}`);
  await heading(page, "可以办理").waitFor();
}

async function save(page: Page): Promise<void> {
  await button(page, "保存草稿").click();
  await page.getByText("修改都已保存").waitFor();
}

async function selfCheck(page: Page, outcome: RegExp): Promise<void> {
  await button(page, "自查").click();
  await page.getByText(outcome).waitFor();
}

async function file(page: Page): Promise<number> {
  await page.goto(`/workspace/rules/drafts/${RULE}`);
  await button(page, "提交备案").click();
  return sign(page, "认证规则备案");
}

async function addClause(page: Page, place: number, [number, title, text]: string[]) {
  await button(page, "添加条款").click();
  const id = (name: string) => page.locator(`[id="clauses.${place}.${name}"]`);
  await id("number").fill(number ?? "");
  await id("title.zh").fill(title ?? "");
  await id("text.zh").fill(text ?? "");
}

test("a rule manager drafts a rule, and the self-check says what is missing", async () => {
  const { page } = manager;
  await page.goto("/workspace/rules");
  await page.getByText("没有草稿").waitFor();
  await expectClean(page, "the rules");
  await field(page, "规则名称").fill("样例服务能力认证规则");
  await field(page, "规则代号").fill(RULE);
  await button(page, "开始起草").click();
  await heading(page, "样例服务能力认证规则").waitFor();
  await selfCheck(page, /自查发现 \d+ 处必须改正/);
  await expectClean(page, "a draft with findings");
  await field(page, "版本号").fill("1");
  await field(page, "规则编号").fill("SZ-R-001");
  await page.getByLabel("认证类别").selectOption("management-system");
  await field(page, "认证领域").fill("A01");
  await field(page, "认证项目分类代码").fill("A010101");
  await page.locator("#issuedOn").fill("2026-11-01");
  await page.locator("#inForceFrom").fill("2026-12-01");
  await addClause(page, 0, ["1", "范围", "本规则适用于样例服务。"]);
  await addClause(page, 1, ["2", "监督", "监督的间隔不超过 12 个月。"]);
  await button(page, "添加认证依据").click();
  await field(page, "标准编号").fill("SZ/T 1—2026");
  await field(page, "标准名称").fill("样例服务能力要求");
  await page.locator('[id="basis.0.issuer"]').fill("样例标准协会");
  await page.locator('[id="basis.0.issuedOn"]').fill("2026-10-01");
  await field(page, "怎样获得").fill("可在样例标准协会网站免费阅读。");
  const commitment = "本机构对本规则的合法性、真实性负责。";
  await page.locator("#commitment").fill(commitment);
  page.once("dialog", (question) => void question.dismiss());
  await page.getByRole("link", { name: "今天" }).click();
  assert.equal(await page.locator("#commitment").inputValue(), commitment, "nothing is lost");
  const choice = page.getByLabel("添加附件");
  const picture = { name: "图.png", mimeType: "image/png", buffer: Buffer.from([137, 80, 0]) };
  await choice.setInputFiles(picture);
  await page.getByText("文件既不是 PDF，也不是 UTF-8 文本。").waitFor();
  await choice.setInputFiles({ name: "规则全文.pdf", mimeType: "application/pdf", buffer: PDF });
  await page.getByRole("link", { name: "规则全文.pdf" }).waitFor();
  await expectClean(page, "a draft with a file");
  await save(page);
  await selfCheck(page, /自查通过，可以提交备案/);
  assert.equal(await button(page, "提交备案").count(), 0, "a rule manager does not file");
});

test("the quality-responsible person files it, and the regulator returns it", async () => {
  const position = await file(responsible.page);
  assert.ok(position >= 0);
  const { page } = reviewer;
  await page.goto("/workspace/review");
  await page.getByRole("link", { name: "版本 1" }).click();
  await button(page, "领取审核").click();
  await page.getByLabel("结论的理由").fill("监督的间隔太长。");
  await expectClean(page, "a version under review");
  await button(page, "退回").click();
  assert.ok((await sign(page, "退回认证规则")) > position);
  await page.getByText("↩ 已退回").waitFor();
});

test("it is revised, filed again, accepted and published", async () => {
  const { page } = manager;
  await openVersion(page, "1");
  await page.getByText("监督的间隔太长。").waitFor();
  await page.getByRole("link", { name: "修改草稿" }).click();
  await field(page, "版本号").waitFor();
  await page.getByText("2 监督", { exact: true }).click();
  await page.locator('[id="clauses.1.text.zh"]').fill("监督的间隔不超过 6 个月。");
  await save(page);
  await selfCheck(page, /自查通过/);
  await file(responsible.page);
  await openVersion(reviewer.page, "1");
  await button(reviewer.page, "领取审核").click();
  await reviewer.page.getByLabel("结论的理由").fill("符合要求。");
  await button(reviewer.page, "审核通过").click();
  await sign(reviewer.page, "审核通过认证规则");
  await openVersion(responsible.page, "1");
  await responsible.page.getByLabel("施行日期").fill("2026-12-01");
  await expectClean(responsible.page, "a version to publish");
  await button(responsible.page, "核对并签署").click();
  await sign(responsible.page, "发布认证规则");
  await responsible.page.getByText("✓ 已发布").waitFor();
});

test("everyone downloads the filed file, with its hash, from the version's public page", async () => {
  const { page } = manager;
  await page.goto(`/rules/${BODY}/${RULE}/1`);
  await page.getByText(createHash("sha256").update(PDF).digest("hex")).waitFor();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "规则全文.pdf" }).click();
  const download = await downloading;
  assert.equal(download.suggestedFilename(), "规则全文.pdf");
  assert.deepEqual(readFileSync(await download.path()), PDF);
});

test("a second version supersedes the first, and their difference is shown by clause", async () => {
  const { page } = manager;
  await page.goto(`/workspace/registry/${BODY}/${RULE}`);
  await button(page, "起草下一个版本").click();
  await field(page, "版本号").fill("2");
  await page.locator("#inForceFrom").fill("2090-03-01");
  await page.getByText("2 监督", { exact: true }).click();
  await page.locator('[id="clauses.1.text.zh"]').fill("监督的间隔不超过 3 个月。");
  await addClause(page, 2, ["3", "申诉", "申诉在 30 日内答复。"]);
  await save(page);
  await selfCheck(page, /自查通过/);
  await file(responsible.page);
  await openVersion(responsible.page, "2");
  await responsible.page.getByLabel("施行日期").fill("2090-03-01");
  await button(responsible.page, "核对并签署").click();
  await sign(responsible.page, "发布认证规则");
  await openVersion(page, "2");
  const changes = page.locator(".changes > li");
  const supervision = changes.filter({ hasText: "监督的间隔" });
  await supervision.waitFor();
  await supervision.locator("del", { hasText: /^6$/ }).waitFor();
  await supervision.locator("ins", { hasText: /^3$/ }).waitFor();
  await changes.filter({ hasText: "+ 新增" }).filter({ hasText: "申诉在 30 日内答复。" }).waitFor();
  await expectClean(page, "a version with its differences");
  await page.goto(`/workspace/registry/${BODY}/${RULE}`);
  await page.getByText("◷ 将被取代").waitFor();
  await page.getByText("2026-12-01 至 2090-03-01").waitFor();
  await expectClean(page, "a rule with its history");
});

test("a version is cancelled only after its certificates are shown", async () => {
  const { page } = responsible;
  await openVersion(page, "1");
  await page.getByText("注销这个版本").click();
  await page.getByText("没有证书由这个版本颁发。").waitFor();
  await page.getByLabel("理由（公开，勿写个人信息）").fill("不再使用。");
  await page.getByRole("button", { name: "核对并签署" }).last().click();
  await sign(page, "注销认证规则");
  await page.getByText("– 已注销").waitFor();
});

test("nothing that they did faulted or asked another site", async () => {
  for (const person of [manager, responsible, reviewer]) await person.done();
});
