import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Role } from "@suzheng/api-contract";
import type { Browser, Page } from "playwright-core";
import {
  certificateNumber,
  reportRows,
  sampleRows,
} from "../../packages/server/src/testing/sample-acts.ts";
import { DESK, launchBrowser, openWhole, visitor } from "./support/browser.ts";
import { BODY, openWorkplace, type Workplace } from "./support/workplace.ts";

let place: Workplace;
let browser: Browser;

before(async () => {
  place = await openWorkplace();
  await reportRows(place.platform, sampleRows(1));
  await place.platform.publisher.publish();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await place?.close();
});

async function at(path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const visit = await visitor(browser, { origin: place.url, baseURL: place.url, viewport: DESK });
  await openWhole(visit.page, path);
  await work(visit.page);
  await visit.done();
}

/** Texts, and names that are read aloud, in Chinese without saying so. */
const unmarkedChinese = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
    const isMarked = (element: Element | null) =>
      element?.closest("[lang]")?.getAttribute("lang")?.startsWith("zh") === true;
    const isShown = (element: Element | null) =>
      element?.closest("script, style, noscript") === null;
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const { parentElement, textContent } = node;
      if (!isChinese(textContent ?? "") || isMarked(parentElement)) continue;
      if (isShown(parentElement)) found.push(textContent ?? "");
    }
    for (const name of ["aria-label", "title", "alt", "placeholder"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const text = element.getAttribute(name) ?? "";
        if (isChinese(text) && !isMarked(element)) found.push(`${name}: ${text}`);
      }
    }
    return found;
  });

/** Pages mostly wait for answers: so many are opened at a time. */
const TABS = 4;

async function foundOn(visitor: Page, paths: readonly string[]): Promise<string[]> {
  const waiting = [...paths];
  const found: string[] = [];
  const look = async () => {
    const page = await visitor.context().newPage();
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const address = new URL(path, place.url);
      address.searchParams.set("lang", "en");
      await openWhole(page, address.href);
      found.push(...(await unmarkedChinese(page)).map((text) => `${path}: ${text}`));
    }
  };
  await Promise.all(Array.from({ length: TABS }, look));
  return found;
}

const PORTAL = [
  "/?q=9012",
  `/c/${certificateNumber(1)}`,
  "/c/90126Q99999R0M",
  "/rules",
  "/rules?q=surveillance",
  "/rules/cnca-ems",
  "/rules/cnca-qms-01/2025",
  "/rules/cn-certification-persons/2023",
  "/calculators/iaf-md-5/2019",
  "/bodies",
  `/bodies/${BODY}`,
  "/verify",
  "/upload",
  "/about",
];

test("pages of the portal hold no unmarked Chinese in English", async () => {
  await at("/?lang=en", async (page) => {
    assert.deepEqual(await foundOn(page, PORTAL), []);
  });
});

const WORKSPACE = ["", "/rules", "/obligations", "/inbox", "/what-if", "/reports", "/account"];

test("pages of the workspace hold no unmarked Chinese in English", async () => {
  const roles: Role[] = ["quality-responsible"];
  const link = await place.signInLink({ signInName: "lin", name: "林样例", roles });
  await at(link, async (page) => {
    await page.getByRole("button", { name: "使用这个链接" }).click();
    await page.getByRole("heading", { name: "今天", exact: true }).waitFor();
    const paths = WORKSPACE.map((path) => `/workspace${path}`);
    assert.deepEqual(await foundOn(page, paths), []);
  });
});

test("a clause and its source are told in English, and what is not confirmed stays so", async () => {
  await at("/rules/cnca-ems/2026?lang=en", async (page) => {
    await page.getByText("this rule's own number was not read").first().waitFor();
    await page
      .getByRole("heading", { name: /How long the system has run \(number to be confirmed\)/ })
      .waitFor();
    const anchor = page.locator('[id="c-体系运行时间-条号待确认-"]');
    assert.equal(await anchor.count(), 1, "the address of the clause is that of the Chinese page");
  });
  await at("/rules/iso-17021-1/2015?lang=en", async (page) => {
    await page.getByText("general knowledge, not compared with the original").first().waitFor();
  });
  await at(`/bodies/${BODY}?lang=en`, async (page) => {
    await page.getByRole("heading", { name: "Sample Certification Co., Ltd." }).waitFor();
    assert.match(await page.title(), /^Sample Certification/);
  });
});
