import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sweepPlatform } from "@suzheng/server";
import type { Browser, Page } from "playwright-core";
import { certificateNumber, reportRows } from "../../packages/server/src/testing/sample-acts.ts";
import { launchBrowser, visitor } from "./support/browser.ts";
import {
  certificateCells,
  suspendedCells,
  uploadRow,
  withdrawnCells,
} from "./support/certificate-report.ts";
import { type Colleague, expectClean, hire, signInAgain } from "./support/colleague.ts";
import { movedClock } from "./support/moved-clock.ts";
import { BODY, openWorkplace, REGULATOR, type Workplace } from "./support/workplace.ts";

const clock = movedClock("2026-02-12");
let place: Workplace;
let browser: Browser;
let manager: Colleague;
let reviewer: Colleague;
let token: string;

before(async () => {
  place = await openWorkplace({ now: clock.now });
  browser = await launchBrowser();
  token = await place.platform.tokens.create(BODY);
  const person = { name: "林样例", signInName: "lin", roles: ["rule-manager" as const] };
  manager = await hire(browser, place, person);
  const regulator = { roles: ["regulator-reviewer" as const], institution: REGULATOR };
  reviewer = await hire(browser, place, { name: "沈样例", signInName: "shen", ...regulator });
});
after(async () => {
  await manager?.done();
  await reviewer?.done();
  await browser?.close();
  await place?.close();
});

/** The server sweeps each minute by itself; two do not run together. */
async function sweep(): Promise<void> {
  while ((await sweepPlatform(place.platform)) === "somebody-else-sweeps");
}

/** The morning of another day: what the night's sweep has found, and a new session. */
async function morningOf(day: string, ...people: readonly Colleague[]): Promise<void> {
  clock.moveTo(day);
  await sweep();
  for (const person of people) {
    await clock.setIn(person.page);
    await signInAgain(person);
  }
}

async function issue(n: number, issuedOn: string): Promise<void> {
  const cells = certificateCells(n, { issuedOn });
  const [outcome] = await reportRows(place.platform, [{ table: "103010", cells }]);
  assert.equal(outcome?.outcome, "recorded", JSON.stringify(outcome));
}

/** The rows of a page's list, as they are read. */
async function rowsAt(page: Page, path: string, list: string): Promise<string[]> {
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const rows = page.getByRole("list", { name: list });
  await rows.or(page.locator(".empty")).first().waitFor();
  const texts = await rows.getByRole("listitem").allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, " "));
}
const inbox = (page: Page) => rowsAt(page, "/workspace/inbox", "收件箱");
const deadlines = (page: Page) => rowsAt(page, "/workspace/obligations", "到期事项");

function expectRow(rows: readonly string[], ...parts: readonly (string | RegExp)[]): void {
  const fits = (row: string) =>
    parts.every((part) => (typeof part === "string" ? row.includes(part) : part.test(row)));
  assert.equal(rows.filter(fits).length, 1, `one of ${JSON.stringify(rows, null, 1)}`);
}

const CLAUSE = "条款 5.4.1.4";
const FIRST = certificateNumber(1);
const SECOND = certificateNumber(2);

test("ahead of the day the body reads what is due, by which clause, and what to do", async () => {
  await issue(1, "2026-02-10");
  await morningOf("2026-11-12", manager);
  const { page } = manager;
  await page.getByRole("heading", { name: "等着处理的（未读 1 条）" }).waitFor();
  expectRow(
    await inbox(page),
    "提醒",
    FIRST,
    "首次监督审核最迟 2027-02-10 进行",
    "还有 90 天",
    "怎么办：在到期前完成监督审核并报送",
    CLAUSE,
  );
  assert.equal(await page.getByRole("link", { name: FIRST }).getAttribute("href"), `/c/${FIRST}`);
  await expectClean(page, "the inbox");
  await page.getByRole("link", { name: "这张证书的期限" }).click();
  await page.getByText("逾期后果").first().waitFor();
  expectRow(await deadlines(page), "临近", "2027-02-10", "逾期后果 暂停证书 2027-02-11", CLAUSE);
});

test("when nothing came it says that the certificate has to be suspended", async () => {
  await morningOf("2027-02-11", manager);
  const { page } = manager;
  const rows = await inbox(page);
  assert.equal(rows.length, 1, "the reminders of before have given way");
  expectRow(rows, "转下一步", "今日（2027-02-11）起应当暂停证书并报告", "怎么办：暂停证书并报告");
  const due = await deadlines(page);
  expectRow(due, "已转下一步", "首次监督审核已于 2027-02-10 到期", "已转入：暂停证书");
  expectRow(due, "今天到期", "如何了结 报送暂停（状态 02）", "逾期后果 撤销证书", CLAUSE);
  await expectClean(page, "the deadlines");
  await morningOf("2027-02-14", manager);
  expectRow(await inbox(page), "超期", "自 2027-02-11 起应当暂停证书并报告", "已过 3 天");
});

test("the suspension that the body uploads closes that and opens the withdrawal", async () => {
  clock.moveTo("2027-02-15");
  const cells = { ...certificateCells(1, { issuedOn: "2026-02-10" }) };
  const { page } = manager;
  const suspended = suspendedCells("2027-02-15", "2027-08-14");
  await uploadRow(page, { cells: { ...cells, ...suspended }, token });
  await morningOf("2027-02-16", manager);
  const due = await deadlines(page);
  assert.ok(!due.join().includes("报送暂停"), "the suspension is closed");
  expectRow(due, "未到期", "2027-08-14", "因监督超期暂停至 2027-08-14", "如何了结 完成审核并恢复");
  const told = await inbox(page);
  assert.equal(told.length, 1, "what the report has closed waits for nobody");
  expectRow(told, "转下一步", "到期未完成审核应撤销并报告", "怎么办：期满前完成审核并报送恢复");
  await page.getByLabel("也显示已了结和更早的消息").check();
  await page.getByText("已不再适用").first().waitFor();
});

test("a suspension that ran out calls for withdrawal, which ends the chain", async () => {
  await morningOf("2027-08-15", manager);
  const { page } = manager;
  expectRow(await inbox(page), "超期", "的暂停已于 2027-08-14 期满，应当撤销证书并报告", CLAUSE);
  expectRow(await deadlines(page), "超期", "2027-08-14", "已过 1 天", "报送撤销（状态 03）");
  clock.moveTo("2027-08-16");
  const suspended = suspendedCells("2027-02-15", "2027-08-14");
  const cells = { ...certificateCells(1, { issuedOn: "2026-02-10" }), ...suspended };
  await uploadRow(page, { cells: { ...cells, ...withdrawnCells("2027-08-16") }, token });
  await morningOf("2027-08-17", manager);
  assert.deepEqual(await deadlines(page), []);
  assert.deepEqual(await inbox(page), []);
  await page.getByText("没有待办的消息").waitFor();
});

test("anyone sees the state of each of these days", async () => {
  const visit = await visitor(browser, { origin: place.url, baseURL: place.url });
  await clock.setIn(visit.page);
  const days = [
    ["2027-02-14", "有效"],
    ["2027-02-15", "暂停"],
    ["2027-08-15", "暂停"],
    ["2027-08-16", "撤销"],
  ] as const;
  for (const [day, word] of days) {
    await visit.page.goto(`/c/${FIRST}?on=${day}`);
    assert.equal(await visit.page.locator(".verdict-word").textContent(), word, day);
  }
  await visit.done();
});

async function askForPause(page: Page, reason: string): Promise<void> {
  await page.goto("/workspace/tolling");
  await page.getByLabel("暂停起始日").fill("2028-07-01");
  await page.getByLabel("恢复计时日").fill("2028-08-01");
  await page.getByText("暂停 31 天", { exact: true }).waitFor();
  await page.getByLabel("理由（将公开，不写个人信息）").fill(reason);
  await page.getByRole("button", { name: "提交申请" }).click();
  await page.getByRole("listitem").filter({ hasText: reason }).waitFor();
  assert.equal(await page.getByRole("button", { name: /批准/ }).count(), 0, "nobody's own");
}

const REFUSED_BECAUSE = "人手由机构自行安排，不是客观原因";

async function decide(word: "批准" | "不予批准", reason: string): Promise<void> {
  const { page } = reviewer;
  await page.goto("/workspace/tolling");
  const row = page.getByRole("listitem").filter({ hasText: reason });
  await row.getByText("样例认证有限公司 于 2028-06-05 申请").waitFor();
  await page.getByRole("button", { name: `${word} ${reason}`, exact: true }).click();
  if (word === "批准") {
    await page
      .getByRole("tooltip")
      .getByRole("button", { name: /批\s*准/ })
      .click();
  } else {
    const sheet = page.getByRole("dialog");
    const refuse = sheet.getByRole("button", { name: "不予批准" });
    assert.ok(await refuse.isDisabled(), "not without a reason");
    await sheet.getByLabel("不予批准的理由（申请机构可见）").fill(REFUSED_BECAUSE);
    await refuse.click();
  }
  await row.getByText("2028-06-05 决定").waitFor();
  await sweep();
}

test("a refused pause changes nothing", async () => {
  clock.moveTo("2027-09-03");
  await issue(2, "2027-09-01");
  await morningOf("2028-06-05", manager, reviewer);
  const reason = "样例：审核员一时不足";
  const { page } = manager;
  const before = await deadlines(page);
  expectRow(before, "临近", SECOND, "首次监督审核最迟 2028-09-01 进行");
  await askForPause(page, reason);
  await decide("不予批准", reason);
  assert.deepEqual(await deadlines(page), before);
  const rows = await rowsAt(page, "/workspace/tolling", "期限暂停");
  expectRow(rows, "未批准", reason, `不予批准的理由：${REFUSED_BECAUSE}`);
});

test("an approved pause moves every deadline by its days, and says so", async () => {
  const reason = "样例：台风期间无法到现场";
  const { page } = manager;
  await askForPause(page, reason);
  await decide("批准", reason);
  expectRow(
    await rowsAt(page, "/workspace/tolling", "期限暂停"),
    "已批准",
    "2028-07-01 起至 2028-08-01 前，暂停 31 天",
    "全部期限 · 全部地区",
  );
  await expectClean(page, "the pauses");
  await page.getByRole("link", { name: "查看顺延的期限" }).click();
  await page.getByText("顺延至").first().waitFor();
  const paused = `期限暂停 31 天：2028-07-01 起至 2028-08-01 前（${reason}，样例省市场监督管理局 批准）`;
  const due = await deadlines(page);
  assert.equal(due.length, 2);
  expectRow(due, "监督审核", `原定 2028-09-01；${paused}；顺延至 2028-10-02`);
  expectRow(due, "再认证", `原定 2030-08-30；${paused}；顺延至 2030-09-30`);
  await expectClean(page, "the moved deadlines");
});

test("the suspension then becomes due by so many days later", async () => {
  const { page } = manager;
  await morningOf("2028-09-02", manager);
  const told = await inbox(page);
  assert.equal(told.length, 1);
  expectRow(told, "提醒", "2028-10-02", "还有 30 天");
  await page.goto(`/c/${SECOND}`);
  const moved = page.getByRole("listitem").filter({ hasText: "首次监督审核最迟 2028-10-02 进行" });
  await moved.getByText("顺延：原定 2028-09-01").waitFor();
  await morningOf("2028-10-03", manager);
  expectRow(await inbox(page), "转下一步", "今日（2028-10-03）起应当暂停证书并报告");
});
