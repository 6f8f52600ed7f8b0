import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Act, CertificateStatus, Trace } from "@suzheng/api-contract";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, type Visit, violations, visitor } from "./support/browser.ts";
import { temporaryFolder } from "./support/command-line.ts";
import { findCertificate } from "./support/demo-sector.ts";
import { type Server, startServer } from "./support/running-server.ts";

/** A page must never read as better than what is known. */
const cwd = temporaryFolder();

let server: Server;
let browser: Browser;

before(async () => {
  server = await startServer({ data: join(cwd, "data"), demo: true, cwd });
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.end("SIGTERM");
});

type Work = (page: Page) => Promise<void>;

async function at(path: string, work: Work, options: Partial<Visit> = {}): Promise<void> {
  const visit = await visitor(browser, { origin: server.url, baseURL: server.url, ...options });
  await visit.page.goto(path);
  await work(visit.page);
  await visit.done();
}

const withStatus = (status: CertificateStatus) =>
  findCertificate(server.url, ({ certificate }) => certificate.status === status);

/** The proof file at a path of the API, as a visitor has it on the device. */
async function proofFile(path: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/certificates/${path}`);
  assert.equal(answer.status, 200);
  const file = join(cwd, "sent.suzheng.json");
  writeFileSync(file, await answer.text());
  return file;
}

async function verified(file: string, title: string): Promise<void> {
  await at("/verify", async (page) => {
    await page.getByLabel("选择文件").setInputFiles(file);
    await page.getByText("证明成立，已在本机验证").waitFor();
    const verdicts = await page.locator(".verdict-word, .proof-word").allTextContents();
    assert.deepEqual(
      verdicts.map((word) => word.trim()),
      [title, "证明成立，已在本机验证"],
    );
    assert.deepEqual(await violations(page), []);
  });
}

for (const [status, word] of [
  ["withdrawn", "撤销"],
  ["cancelled", "注销"],
  ["valid", "有效"],
] as const) {
  test(`a proof says first that the certificate is ${status}`, async () => {
    const { certificate } = await withStatus(status);
    await verified(await proofFile(`${certificate.number}/proof`), word);
  });
}

test("a proof of absence says first that there is no record", async () => {
  const { certificate } = await withStatus("valid");
  const number = `${certificate.number.slice(0, 3)}26Q99999R0M`;
  await verified(await proofFile(`${number}/absence`), "没有这张证书的记录");
});

test("a page whose status is not the proven one fails its proof", async () => {
  const { certificate } = await withStatus("withdrawn");
  await at(
    "/about",
    async (page) => {
      await page.route("**/trace", async (route) => {
        const answer = await route.fetch();
        const trace = (await answer.json()) as Trace;
        trace.certificate.status = "valid";
        await route.fulfill({ response: answer, json: trace });
      });
      await page.goto(`/c/${certificate.number}`);
      await page.getByRole("button", { name: "在本机验证" }).click();
      await page.getByRole("link", { name: "验证失败" }).waitFor();
      await page.getByText("这一天的状态与本页上方写的不同").waitFor();
    },
    { serviceWorkers: "block" },
  );
});

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

test("a past day shows no act that came after it", async () => {
  const isAfter =
    ({ certificate }: Trace) =>
    (act: Act) =>
      act.occurredOn > certificate.issuedOn;
  const { certificate, acts } = await findCertificate(
    server.url,
    (trace) => trace.acts.some(isAfter(trace)) && !trace.acts.every(isAfter(trace)),
  );
  const asked = certificate.issuedOn;
  const last = acts.map((act) => act.occurredOn).sort();
  await at(`/c/${certificate.number}?on=${asked}`, async (page) => {
    const trace = page.getByRole("region", { name: "过程" });
    const later = trace.getByRole("group").filter({ hasText: "在此之后发生的" });
    await later.waitFor();
    const shown = await trace.locator(".line-when:visible").allTextContents();
    assert.ok(shown.length > 0);
    for (const when of shown) assert.ok(when.slice(0, 10) <= asked, `${when} is after ${asked}`);
    await later.getByText("在此之后发生的").click();
    await later
      .getByText(last.at(-1) ?? "")
      .first()
      .waitFor();
  });
});

test("of a day to come nothing is promised", async () => {
  const { certificate } = await findCertificate(
    server.url,
    (trace) => trace.certificate.status === "valid" && trace.certificate.validUntil > today,
  );
  await at(`/c/${certificate.number}?on=${certificate.validUntil}`, async (page) => {
    await page.getByText("此前会不会暂停、撤销，现在不能预知").waitFor();
    assert.equal(await page.locator(".verdict-word").textContent(), "这一天还没有到");
    assert.equal(await page.locator(".band-valid").count(), 0);
    await page.getByText("这一天是最后一天").waitFor();
    assert.equal(await page.getByText("今天是最后一天").count(), 0);
    assert.deepEqual(await violations(page), []);
  });
});

test("what is no date in the address is told, and taken out of it", async () => {
  const { certificate } = await withStatus("valid");
  await at(`/c/${certificate.number}?on=2026-02-30&lang=en`, async (page) => {
    await page.getByRole("alert").filter({ hasText: "“2026-02-30”" }).waitFor();
    await page.getByRole("heading", { name: certificate.holder.name }).waitFor();
    await page.waitForURL(`**/c/${certificate.number}?lang=en`);
    assert.deepEqual(await violations(page), []);
    await page.getByLabel("Choose a day").fill(today.replace(/^\d{4}/, "2025"));
    await page
      .getByRole("alert")
      .filter({ hasText: "“2026-02-30”" })
      .waitFor({ state: "detached" });
  });
});

test("a verdict names what was required and the rule in which it stands", async () => {
  const { certificate, acts } = await findCertificate(server.url, (trace) =>
    trace.acts.some(({ verdicts }) => verdicts.length > 1),
  );
  const verdicts = acts.find((act) => act.verdicts.length > 1)?.verdicts ?? [];
  await at(`/c/${certificate.number}`, async (page) => {
    const trace = page.getByRole("region", { name: "过程" });
    const rules = page.getByRole("region", { name: "依据的规则" });
    for (const { title, ruleTitle, clause } of verdicts) {
      await trace.locator(".verdict-chip").filter({ hasText: title.zh }).first().waitFor();
      const detail = trace.locator(".verdict-detail").filter({ hasText: title.zh }).first();
      assert.match((await detail.textContent()) ?? "", new RegExp(`《${ruleTitle.zh}》 条款`));
      const line = rules.getByRole("listitem").filter({ hasText: title.zh }).first();
      await line.getByRole("link", { name: `条款 ${clause}` }).waitFor();
    }
  });
});

test("the band tells what should have been done by now", async () => {
  const { certificate, deadlines } = await findCertificate(
    server.url,
    (trace) =>
      trace.certificate.status === "valid" &&
      trace.deadlines.some(({ state }) => state === "overdue"),
  );
  const last = deadlines.filter(({ state }) => state === "overdue").at(-1);
  await at(`/c/${certificate.number}`, async (page) => {
    const warning = page.locator(".band .band-warning");
    await warning.first().waitFor();
    assert.match((await warning.allTextContents()).join(), new RegExp(last?.message.zh ?? "-"));
    assert.deepEqual(await violations(page), []);
  });
});

test("witnesses are claimed on no page of a site that has none", async () => {
  const { certificate } = await withStatus("valid");
  await at("/about", (page) => page.getByText("本站还没有配置见证人").waitFor());
  await at(`/bodies/${certificate.body.approvalNumber}`, async (page) => {
    await page.getByText("按顺序写进它自己的日志").waitFor();
    assert.equal(await page.getByText("见证人").count(), 0);
  });
});

test("the slash reaches the search field from a certificate", async () => {
  const { certificate } = await withStatus("valid");
  await at(`/c/${certificate.number}`, async (page) => {
    await page.getByRole("heading", { name: certificate.holder.name }).waitFor();
    await page.keyboard.press("/");
    await page.waitForFunction(() => document.activeElement?.id === "certificate-search");
    await page.keyboard.type("90");
    await page.waitForURL("**/?q=90");
  });
});

test("a proof that broke off is told to be incomplete", async () => {
  const { certificate } = await withStatus("valid");
  const file = await proofFile(`${certificate.number}/proof`);
  writeFileSync(file, readFileSync(file, "utf8").slice(0, -500));
  await at("/verify", async (page) => {
    await page.getByLabel("选择文件").setInputFiles(file);
    await page.getByRole("alert").filter({ hasText: "文件不完整" }).waitFor();
  });
});

test("a body's approval number finds the body, and asks for no certificate", async () => {
  const { certificate } = await withStatus("valid");
  await at(`/?q=${certificate.body.approvalNumber}`, async (page) => {
    await page.getByRole("link", { name: certificate.body.name }).waitFor();
    const titles = await page.locator(".results h2").allTextContents();
    assert.equal(titles[0], "这个批准号的认证机构");
    assert.equal(await page.getByRole("link", { name: /^查询编号/ }).count(), 0);
  });
});

test("a certificate fits 320 px in English, as at 400 % zoom", async () => {
  const { certificate } = await withStatus("valid");
  const viewport = { width: 320, height: 640 };
  const look: Work = async (page) => {
    await page.getByRole("heading", { name: certificate.holder.name }).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= viewport.width, `the page is ${width} px wide`);
  };
  await at(`/c/${certificate.number}?lang=en`, look, { viewport });
});
