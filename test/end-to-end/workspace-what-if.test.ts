import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, type TestContext, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import {
  certificateNumber,
  reportRows,
  sampleRows,
} from "../../packages/server/src/testing/sample-acts.ts";
import { workloadPack } from "../../packages/server/src/testing/workload-pack.ts";
import { launchBrowser } from "./support/browser.ts";
import { type Colleague, expectClean, hire } from "./support/colleague.ts";
import { openWorkplace, REGULATOR, type Workplace } from "./support/workplace.ts";

const RULE = "sample-workload";
let place: Workplace;
let browser: Browser;
let manager: Colleague;

const button = (page: Page, name: string) => page.getByRole("button", { name });
const daysMax = (page: Page) => page.getByLabel("条款 3.9 周期年现场审核");

before(async () => {
  place = await openWorkplace();
  browser = await launchBrowser();
  await reportRows(place.platform, [1, 2, 3].flatMap(sampleRows));
  const person = { name: "林样例", signInName: "lin", roles: ["rule-manager" as const] };
  manager = await hire(browser, place, person);
});
after(async () => {
  await browser?.close();
  await place?.close();
});

/** Until it is let go, whoever reads entries waits: a run that begins stays at its beginning. */
async function holdHistory(context: TestContext): Promise<() => Promise<void>> {
  const client = await place.platform.pool.connect();
  await client.query("begin");
  await client.query("lock table entries in access exclusive mode");
  let letting: Promise<void> | null = null;
  const letGo = () => {
    letting ??= client.query("commit").then(() => client.release());
    return letting;
  };
  context.after(letGo);
  return letGo;
}

async function fillTry(page: Page): Promise<void> {
  await page.goto("/workspace/what-if");
  await daysMax(page).fill("1");
}

async function begin(page: Page): Promise<void> {
  await button(page, "开始试算").click();
  await page.getByRole("heading", { name: "试算结果" }).waitFor();
}

/** Begins a try of a lower ceiling of on-site days: each of six attendances flips. */
async function beginTry(page: Page): Promise<void> {
  await fillTry(page);
  await begin(page);
}

const found = (page: Page) => page.getByText("重新判定了 6 项行为，其中 6 项").waitFor();

test("a parameter is tried, and what flips is told by clause, body and case, with links", async () => {
  const { page } = manager;
  await page.goto("/workspace/what-if");
  await daysMax(page).waitFor();
  assert.ok(await button(page, "开始试算").isDisabled(), "nothing is changed yet");
  await expectClean(page, "the form of a try");
  await beginTry(page);
  await found(page);
  await expectClean(page, "the result of a try");
  const clause = page.getByRole("link", { name: "条款 3.9" }).first();
  assert.equal(await clause.getAttribute("href"), "/rules/cnca-qms-01/2025#c-3.9");
  const certificate = page.getByRole("link", { name: certificateNumber(1) }).first();
  assert.equal(await certificate.getAttribute("href"), `/c/${certificateNumber(1)}`);
  const body = page.getByRole("list", { name: "按机构" }).getByRole("listitem").first();
  await body.getByRole("link", { name: "符合 → 不符合" }).press("Enter");
  await page.getByText("只看： 样例认证有限公司 · 条款 3.9 · 符合 → 不符合").waitFor();
  assert.match(page.url(), /before=met&after=not-met|institution=/);
  const isFocused = page.locator("h2:focus", { hasText: "逐件" });
  await isFocused.waitFor();
});

test("the cases are downloaded as a file that a spreadsheet reads", async () => {
  const { page } = manager;
  await beginTry(page);
  await found(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载 CSV" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  assert.ok(text.startsWith("\uFEFF机构批准号,"));
  assert.equal(text.split("\r\n").length, 1 + 6 + 1);
});

/** A draft of the body with this executable part, made as its page makes it. */
async function saveDraft(page: Page, rule: string, pack: object): Promise<void> {
  const status = await page.evaluate(
    async ([id, texts]) => {
      const title = { zh: "工作量样例", en: "" };
      const content = { version: "1", title, category: null, field: "", number: "", issuer: "" };
      const rest = { issuedOn: null, updatedOn: null, inForceFrom: null, itemCodes: [], mark: "" };
      const body = { ...content, ...rest, basis: [], clauses: [], commitment: "", pack: texts };
      const reply = await fetch("/api/v1/rules/registry/drafts", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ rule: id, content: body }),
      });
      return reply.status;
    },
    [rule, pack] as const,
  );
  assert.equal(status, 201);
}

test("a draft is tried; one that does not hold says where", async () => {
  const { page } = manager;
  const good = workloadPack({ id: RULE, max: 2 });
  await page.goto("/workspace/what-if");
  await saveDraft(page, RULE, good);
  await page.reload();
  await page.getByLabel("本机构的草稿").check();
  await expectClean(page, "the form of a draft's try");
  await button(page, "开始试算").click();
  await page.getByText("重新判定了 6 项行为").waitFor();
  await page.getByRole("link", { name: "不适用 → 不符合" }).first().waitFor();
  const link = page.getByRole("link", { name: "条款 1" }).first();
  assert.equal(await link.getAttribute("href"), `/workspace/rules/drafts/${RULE}`);
  const broken = good.pack
    .replaceAll(RULE, "sample-broken")
    .replace("certificatesInCycleYear <=", "certificatesInYear <=");
  await saveDraft(page, "sample-broken", { ...good, pack: broken });
  await page.goto("/workspace/rules/drafts/sample-broken");
  await page.getByRole("link", { name: "在历史记录上试算已保存的内容" }).click();
  await page.getByRole("link", { name: "打开草稿" }).waitFor();
  await button(page, "开始试算").click();
  const errors = page.getByRole("list", { name: "规则包中的错误" });
  await errors.getByText(/pack\.yaml:\d+ · 条款 1/).waitFor();
  await expectClean(page, "a draft that does not hold");
});

test("who tries something else meanwhile is refused in words; a try that is stopped goes on", async (t) => {
  const { page } = manager;
  await fillTry(page);
  const letGo = await holdHistory(t);
  await begin(page);
  await page.getByRole("progressbar").waitFor();
  await expectClean(page, "a try under way");
  await page.getByRole("navigation").getByRole("link", { name: "历史试算" }).click();
  await daysMax(page).fill("2");
  await button(page, "开始试算").click();
  await page.getByText("本机构已有一次试算在进行或等待").waitFor();
  await page.getByRole("link", { name: "onSiteDaysMax 180 → 1" }).first().click();
  await button(page, "停止").click();
  await page.getByText("正在停止").first().waitFor();
  await letGo();
  await page.getByText("已停止").first().waitFor();
  await button(page, "从停下处继续").click();
  await page.getByText("完成").first().waitFor();
  await found(page);
});

test("a try that a restart of the server broke off goes on and counts nothing twice", async (t) => {
  const { page } = manager;
  await fillTry(page);
  const letGo = await holdHistory(t);
  await begin(page);
  await page.getByRole("progressbar").waitFor();
  const restarted = place.restart();
  await letGo();
  await restarted;
  await page.reload();
  await page.getByText("因服务重启中断").first().waitFor();
  await button(page, "从停下处继续").click();
  await page.getByText("完成").first().waitFor();
  await found(page);
});

test("a regulator chooses the bodies, and a past without such acts says so", async () => {
  const regulator = { roles: ["regulator-reviewer" as const], institution: REGULATOR };
  const reviewer = await hire(browser, place, { name: "沈样例", signInName: "shen", ...regulator });
  const { page } = reviewer;
  await page.goto("/workspace/what-if");
  await page.getByLabel("样例认证有限公司").check();
  await daysMax(page).fill("1");
  await page.getByLabel("从哪天起的行为").fill("2099-01-01");
  await button(page, "开始试算").click();
  await page.getByText("没有结论变化").waitFor();
  await page.getByText("换一个更早的日期再试").waitFor();
  await reviewer.done();
});
