import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { DESK, launchBrowser, PHONE, type Visit, visitor } from "./support/browser.ts";
import { temporaryFolder } from "./support/command-line.ts";
import { type Server, startServer } from "./support/running-server.ts";

const cwd = temporaryFolder();
let server: Server;
let browser: Browser;

before(async () => {
  server = await startServer({ data: join(cwd, "data"), cwd });
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.end("SIGTERM");
});

type Opening = { page: Page; arrive: () => void };

const ALL = "**/assets/*";
const PROGRAM = "**/assets/*.js";

type Circumstances = {
  /** Language chosen on an earlier visit. */
  chosen?: string | null;
  /** What is long under way. */
  late?: string;
};

/** A page of which what is late has not come over the line, until `arrive`. */
async function opening(
  path: string,
  work: (opening: Opening) => Promise<void>,
  { chosen = null, late = ALL, ...options }: Partial<Visit> & Circumstances = {},
): Promise<void> {
  const visit = await visitor(browser, { origin: server.url, baseURL: server.url, ...options });
  const { page } = visit;
  const choose = (language: string | null) => {
    if (language !== null) localStorage.setItem("suzheng.language", language);
  };
  await page.addInitScript(choose, chosen);
  const held = Promise.withResolvers<void>();
  await page.route(late, async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  await work({ page, arrive: held.resolve });
  held.resolve();
  await visit.done();
}

const paper = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** Where the name stands, and where the head ends. */
async function placesOf(page: Page, head: string, name: string) {
  const ofHead = await page.locator(head).boundingBox();
  const ofName = await page.locator(name).getByText("溯证", { exact: true }).boundingBox();
  return { ends: ofHead?.height, left: ofName?.x, top: ofName?.y, width: ofName?.width };
}

for (const [device, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
  for (const late of [ALL, PROGRAM]) {
    test(`the name stands there before ${late} has come, and stays where it is, ${device}`, async () => {
      const see = async ({ page, arrive }: Opening) => {
        await page.getByText("正在载入…").waitFor();
        const first = await placesOf(page, ".first-head", ".first-name");
        const background = await paper(page);
        arrive();
        await page.getByRole("searchbox").waitFor();
        assert.equal(await page.locator(".first").count(), 0);
        assert.deepEqual(await placesOf(page, "header.header", ".brand"), first);
        assert.equal(await paper(page), background);
      };
      await opening("/", see, { viewport, late });
    });
  }
}

for (const [path, chosen] of [
  ["/?lang=en", null],
  ["/", "en"],
  ["/c/1?lang=en", "zh"],
] as const) {
  test(`what stands there first is in the language asked for, ${path}, chosen before: ${chosen}`, async () => {
    const isEnglish = async ({ page }: Opening) => {
      await page.getByText("Loading…").waitFor();
      await page.getByText("Suzheng", { exact: true }).waitFor();
      assert.equal(await page.getByText("溯证", { exact: true }).isVisible(), false);
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
    };
    await opening(path, isEnglish, { chosen });
  });
}

test("in the dark it is dark from the beginning", async () => {
  const isDark = async ({ page }: Opening) => {
    await page.getByText("正在载入…").waitFor();
    assert.equal(await paper(page), "rgb(19, 21, 24)");
  };
  await opening("/", isDark, { colorScheme: "dark" });
});
