import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Certificate, ImportSummary, RuleSummary } from "@suzheng/api-contract";
import type { Browser, Page } from "playwright-core";
import {
  DESK,
  faultsOf,
  launchBrowser,
  PHONE,
  type Visit,
  violations,
  visitor,
} from "./support/browser.ts";
import { suzheng, temporaryFolder } from "./support/command-line.ts";
import { DAMAGED_PROOFS } from "./support/damaged-proofs.ts";
import { type DemoCertificates, findCertificates, suspensionOf } from "./support/demo-sector.ts";
import { reportFile } from "./support/report-of-a-body.ts";
import { type Server, startServer } from "./support/running-server.ts";

const cwd = temporaryFolder();
const data = join(cwd, "data");

let server: Server;
let browser: Browser;
let demo: DemoCertificates;

before(async () => {
  server = await startServer({ data, demo: true, cwd });
  browser = await launchBrowser();
  demo = await findCertificates(server.url);
});
after(async () => {
  await browser?.close();
  await server?.end("SIGTERM");
});

type Work = (visit: Awaited<ReturnType<typeof visitor>>) => Promise<void>;

/** A new visitor at `path`; whatever the page asked elsewhere is found at the end. */
async function at(path: string, work: Work, options: Partial<Visit> = {}): Promise<void> {
  const visit = await visitor(browser, { origin: server.url, baseURL: server.url, ...options });
  await visit.page.goto(path);
  await work(visit);
  await visit.done();
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

test("a certificate is found by its number however typed, by holder and by code", async () => {
  const { number, holder } = demo.judged.certificate;
  const spaced = `${number.slice(0, 5)} ${number.slice(5, 9)} ${number.slice(9)}`;
  const typed = [number.toLowerCase(), fullWidth(number), spaced, holder.name.slice(2, 8)];
  await at("/", async ({ page }) => {
    const field = page.getByRole("searchbox", { name: "证书编号、组织名称或统一社会信用代码" });
    for (const text of [...typed, holder.code]) {
      await field.fill(text);
      const results = page.getByRole("list", { name: "查询结果" });
      const found = results.getByRole("link").filter({ hasText: number });
      await found.first().waitFor();
      assert.ok(new URL(page.url()).searchParams.has("q"), "the search has an address");
      await field.fill("");
      await heading(page, "查到的不只是一条结果").waitFor();
    }
    await field.fill(demo.judged.certificate.body.name.slice(0, 4));
    await page.getByRole("link", { name: demo.judged.certificate.body.name }).first().waitFor();
    await field.fill(number);
    await page.getByRole("link", { name: holder.name }).click();
    await page.waitForURL(`**/c/${number}`);
  });
});

test("the verdict follows the day asked about, which stands in the address", async () => {
  const { suspended } = demo;
  const days = suspensionOf(suspended);
  assert.ok(days !== null);
  const rows = [
    [days.before, "有效"],
    [days.during, "暂停"],
    [days.after, "有效"],
  ] as const;
  await at(`/c/${suspended.certificate.number}`, async ({ page }) => {
    await heading(page, suspended.certificate.holder.name).waitFor();
    for (const [day, word] of rows) {
      await page.getByLabel("选择日期").fill(day);
      await page.getByText(`以下是 ${day} 这一天的状态`).waitFor();
      const verdict = page.locator(".verdict");
      assert.equal(await verdict.locator(".verdict-word").textContent(), word, day);
      assert.equal(await verdict.locator(".verdict-icon svg").count(), 1);
      assert.equal(new URL(page.url()).searchParams.get("on"), day);
    }
    await page.goBack();
    await page.getByText(`以下是 ${days.during} 这一天的状态`).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= PHONE.width, `the page is ${width} px wide`);
  });
});

test("an act opens to its reason and clause, deadlines ahead are told", async () => {
  const { certificate, deadlines, acts } = demo.judged;
  const verdict = acts.flatMap(({ verdicts }) => verdicts)[0];
  assert.ok(verdict !== undefined);
  await at(`/c/${certificate.number}`, async ({ page }) => {
    const trace = page.getByRole("region", { name: "过程" });
    await trace.getByText(`${deadlines[0]?.dueOn} 前`).waitFor();
    const line = trace.getByRole("listitem").filter({ hasText: `条款 ${verdict.clause}` });
    await line.first().getByText("详情与判断依据").click();
    await line.first().getByText(verdict.because.zh).first().waitFor();
    await line
      .first()
      .getByRole("link", { name: `条款 ${verdict.clause}` })
      .first()
      .click();
    await page.waitForURL(/\/rules\/[^/]+\/[^/]+#c-/);
    const clause = decodeURIComponent(new URL(page.url()).hash.slice(1));
    await page.locator(`[id="${clause}"]`).waitFor();
  });
});

test("this device verifies a certificate step by step", async () => {
  await at(`/c/${demo.judged.certificate.number}`, async ({ page }) => {
    await page.getByRole("link", { name: "未验证" }).waitFor();
    await page.getByRole("button", { name: "在本机验证" }).click();
    await page.getByRole("link", { name: "已在本机验证" }).waitFor();
    await page.getByText("验证步骤").click();
    const steps = page.getByRole("list", { name: "验证步骤" }).getByRole("listitem");
    assert.ok((await steps.count()) >= 7);
    for (const step of await steps.allTextContents()) {
      assert.match(step, /^见证人/.test(step) ? /未配置/ : /相符/, "no witness is set up here");
    }
  });
});

for (const { step, damage } of DAMAGED_PROOFS) {
  test(`a proof that was tampered with fails and names the step: ${step}`, async () => {
    const visit = await visitor(browser, {
      origin: server.url,
      baseURL: server.url,
      serviceWorkers: "block",
    });
    const { page } = visit;
    await page.route("**/proof", async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      const damaged = damage(text);
      assert.notEqual(damaged, text);
      await route.fulfill({ response: answer, body: damaged });
    });
    await page.goto(`/c/${demo.judged.certificate.number}`);
    await page.getByRole("button", { name: "在本机验证" }).click();
    await page.getByRole("link", { name: /验证失败|不是有效的证明/ }).waitFor();
    const failed = page.getByRole("listitem").filter({ hasText: /不符|格式不对/ });
    await failed.first().waitFor();
    assert.match((await failed.allTextContents()).join(), new RegExp(step));
    assert.equal(await page.getByText("已在本机验证").count(), 0);
    await visit.done();
  });
}

test("a downloaded proof is verified with the network gone", async () => {
  const { number } = demo.judged.certificate;
  await at(`/c/${number}`, async ({ page, context }) => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "下载证明文件" }).click();
    const file = join(cwd, "portal.suzheng.json");
    await (await downloading).saveAs(file);
    assert.match((await downloading).suggestedFilename(), /\.suzheng\.json$/);
    await page.goto("/verify");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await page.getByText("清单来自本站").waitFor();
    await context.setOffline(true);
    await page.reload();
    await page.getByLabel("选择文件").setInputFiles(file);
    await page.getByText("已在本机验证").waitFor();
    await page.getByRole("link", { name: number }).waitFor();
    const text = readFileSync(file, "utf8");
    writeFileSync(
      file,
      text.replace(/\\"holderName\\":\\"./, (name) => `${name}改`),
    );
    await page.getByRole("button", { name: "验证另一份" }).click();
    await page.getByLabel("选择文件").setInputFiles(file);
    await page
      .getByText(/验证失败|不是有效的证明/)
      .first()
      .waitFor();
    await context.setOffline(false);
  });
});

test("not found has three meanings, each with a way on", async () => {
  const body = demo.judged.certificate.number.slice(0, 3);
  const meanings = [
    [`${body}26Q99999R0M`, "没有这张证书的记录", "certificate-never-recorded"],
    ["55526Q99999R0M", "发证机构还没有接入", "issuer-not-connected"],
  ] as const;
  for (const [number, title, code] of meanings) {
    await at(`/c/${number}`, async ({ page }) => {
      await heading(page, title).waitFor();
      await heading(page, "现在怎么办").waitFor();
      await page.getByText(code).waitFor();
    });
  }
  await at("/no-such-page", ({ page }) => heading(page, "没有这个页面").waitFor());
});

test("rules lead to a version, its clauses and the values not yet confirmed", async () => {
  const answer = await fetch(`${server.url}/api/v1/rules`);
  const { items } = (await answer.json()) as { items: RuleSummary[] };
  const title = items[0]?.title.zh ?? "";
  await at("/rules", async ({ page }) => {
    await page.getByRole("link", { name: title }).click();
    await heading(page, title).waitFor();
    const permalink = page.getByRole("link", { name: /^条款 .* 的链接$/ }).nth(3);
    await permalink.click();
    await page.waitForURL(/#c-/);
    assert.ok((await page.getByText("参数待核实").count()) > 0);
  });
});

test("bodies lead to a body and its certificates", async () => {
  const { body } = demo.judged.certificate;
  await at("/bodies?lang=en", async ({ page }) => {
    await page.getByRole("searchbox", { name: "Find a body" }).fill(body.approvalNumber);
    await page.getByRole("link", { name: new RegExp(body.approvalNumber) }).click();
    await heading(page, "Its certificates").waitFor();
    assert.equal(new URL(page.url()).searchParams.get("lang"), "en");
    const rows = page.getByRole("region", { name: "Its certificates" }).getByRole("listitem");
    await rows.first().waitFor();
    const first: Certificate["number"] =
      (await rows.first().locator(".number").textContent()) ?? "";
    await rows.first().getByRole("link").click();
    await page.waitForURL(`**/c/${first}?lang=en`);
  });
});

test("the language is kept in the address and remembered", async () => {
  await at(`/c/${demo.suspended.certificate.number}`, async ({ page }) => {
    await page.getByRole("link", { name: "Switch to English" }).click();
    await heading(page, "What it covers").waitFor();
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await page.getByRole("link", { name: "Rules", exact: true }).click();
    await heading(page, "Certification rules").or(heading(page, "Rules")).first().waitFor();
    assert.equal(new URL(page.url()).searchParams.get("lang"), "en");
    await page.goto("/verify");
    await heading(page, "Verify a proof").waitFor();
  });
});

test("the keyboard reaches the search and the help", async () => {
  await at("/rules", async ({ page }) => {
    await heading(page, "认证规则").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    await page.waitForURL(`${server.url}/`);
    await page.getByRole("searchbox").waitFor();
    // The new page takes the focus first, so that a screen reader begins with it.
    await page.waitForFunction(() => document.activeElement !== document.body);
    await page.keyboard.press("/");
    await page.waitForFunction(() => document.activeElement?.id === "certificate-search");
    await page.keyboard.type("/?");
    assert.equal(await page.getByRole("searchbox").inputValue(), "/?");
    await page.getByRole("searchbox").blur();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "键盘操作" }).waitFor();
  });
});

test("a body tries a file, sees every error, and takes the rejected rows home", async () => {
  const token = /suzheng_CNCA-R-2001-901_\S+/.exec(server.output())?.[0] ?? "";
  const file = await reportFile({ cwd, malformed: "0.5" });
  await at("/upload", async ({ page }) => {
    await page.getByLabel("访问令牌").fill(token);
    await page.getByLabel("选择文件").setInputFiles(file);
    await page.getByRole("button", { name: "先试一遍" }).click();
    await page.getByText("处理完毕").waitFor({ timeout: 20_000 });
    const run = new URL(page.url()).searchParams.get("run");
    const answer = await fetch(`${server.url}/api/v1/imports/${run}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { summary, dryRun } = (await answer.json()) as {
      summary: ImportSummary;
      dryRun: boolean;
    };
    assert.ok(dryRun && summary.rejected > 0);
    await page.getByText(`${summary.rejected} 行被退回，改好后`).waitFor();
    await page.getByText("日志里没有记入任何东西").waitFor();
    const rows = page.getByRole("region", { name: "退回的行" }).getByRole("row");
    assert.equal(await rows.count(), summary.errors.length + 1);
    const [chinese = "", english = ""] = summary.errors[0]?.message.split(" / ") ?? [];
    assert.ok((await rows.nth(1).textContent())?.includes(chinese));
    assert.ok(!(await rows.nth(1).textContent())?.includes(english), "in one language only");
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: /^下载 .*\.rejected\.csv$/ }).click();
    const saved = readFileSync(await (await downloading).path(), "utf8");
    assert.match(saved, /错误说明 ERROR_TEXT/);
    assert.deepEqual(await violations(page), []);
  });
});

test("a token that is not known is refused in words", async () => {
  const file = await reportFile({ cwd, malformed: "0" });
  await at("/upload", async ({ page }) => {
    await page.getByLabel("访问令牌").fill("suzheng_CNCA-R-2001-901_no_token");
    await page.getByLabel("选择文件").setInputFiles(file);
    await page.getByRole("button", { name: "先试一遍" }).click();
    await page.getByText("令牌不被接受").waitFor();
    await page.getByText("token-unknown").waitFor();
  });
});

test("until the answer arrives the place of the verdict is kept", async () => {
  const { number, holder } = demo.judged.certificate;
  await at(
    "/about",
    async ({ page }) => {
      const arrival = Promise.withResolvers<void>();
      await page.route("**/api/v1/certificates/**", async (route) => {
        await arrival.promise;
        await route.continue();
      });
      await page.goto(`/c/${number}`, { waitUntil: "commit" });
      await page.locator(".band .skeleton").waitFor();
      arrival.resolve();
      await heading(page, holder.name).waitFor();
    },
    { serviceWorkers: "block" },
  );
});

test("when the server is gone the page says so and tries again on demand", async () => {
  const { number, holder } = demo.judged.certificate;
  await at(
    "/about",
    async ({ page, context }) => {
      await context.setOffline(true);
      await page.getByRole("link", { name: "查证书" }).first().click();
      await page.getByRole("searchbox").fill(number);
      await heading(page, "现在取不到数据").waitFor();
      await context.setOffline(false);
      await page.getByRole("button", { name: "重试" }).click();
      await page.getByRole("link", { name: holder.name }).waitFor();
    },
    { serviceWorkers: "block" },
  );
});

test("axe finds nothing wrong on any page, at any width, in light and dark", async () => {
  const { number } = demo.suspended.certificate;
  const rule = await (await fetch(`${server.url}/api/v1/rules`)).json();
  const { id, versions } = (rule as { items: RuleSummary[] }).items[0] ?? { id: "", versions: [] };
  const paths = [
    "/",
    `/?q=${number.slice(0, 6)}`,
    `/c/${number}`,
    "/c/55526Q99999R0M",
    "/rules",
    `/rules/${id}/${versions[0]?.version}`,
    "/bodies",
    `/bodies/${demo.suspended.certificate.body.approvalNumber}`,
    "/verify",
    "/upload",
    "/about?lang=en",
  ];
  const found: string[] = [];
  const lookAt = (viewport: typeof PHONE) =>
    at(
      "/",
      async ({ page }) => void found.push(...(await faultsOf(page, paths, ["light", "dark"]))),
      { viewport },
    );
  await Promise.all([lookAt(PHONE), lookAt(DESK)]);
  assert.deepEqual(found, []);
});

test("a withheld certificate says so, and is found again when it is released", async () => {
  const { number, holder } = demo.judged.certificate;
  const change = async (act: string) => {
    await server.end("SIGTERM");
    const words = ["certificate", act, number, "--reason", "测试"];
    const ended = await suzheng(words, { cwd, env: { SUZHENG_DATA: data } });
    assert.equal(ended.code, 0, ended.stderr);
    server = await startServer({ data, cwd });
  };
  await change("withhold");
  await at(`/c/${number}`, async ({ page }) => {
    await heading(page, "这张证书不公开").waitFor();
    await page.getByText("certificate-withheld").waitFor();
    assert.equal(await page.getByText(holder.name).count(), 0);
  });
  await change("release");
  await at(`/c/${number}`, ({ page }) => heading(page, holder.name).waitFor());
});
