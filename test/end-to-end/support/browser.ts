import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { ensureChromium } from "../../../tools/ensure-chromium.ts";

export async function launchBrowser(): Promise<Browser> {
  const found = await ensureChromium();
  if (found.path === null) throw new Error(found.problem);
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  // Without it Chinese names of downloads are lost where no language is set.
  const env = { ...process.env, LANG: "C.UTF-8" };
  return chromium.launch({ executablePath: found.path, args, env });
}

/** Enough for a machine that does much else; what does not come at all fails later, not wrongly. */
const PATIENCE_MS = 30_000;

/** Answers are held back by up to so many milliseconds: shows what a test takes for granted. */
const DELAY_MS = Number(process.env.SUZHENG_TEST_DELAY_MS ?? 0);

async function holdBack(context: BrowserContext): Promise<void> {
  await context.route(/.*/, async (route) => {
    await setTimeout(Math.random() * DELAY_MS);
    // The page may be gone by now.
    await route.continue().catch(() => {});
  });
}

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

export type Visit = BrowserContextOptions & { origin: string };

/**
 * A page of a new visitor. Asking any other site, or a fault in the page, fails the test at `done`.
 */
export async function visitor(browser: Browser, { origin, ...options }: Visit) {
  const context = await browser.newContext({ viewport: PHONE, locale: "zh-CN", ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const strangers: string[] = [];
  const faults: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) strangers.push(url);
  });
  context.on("weberror", (fault) => faults.push(fault.error().message));
  if (DELAY_MS > 0) await holdBack(context);
  const page = await context.newPage();
  return {
    page,
    context,
    async done() {
      await context.close();
      assert.deepEqual(strangers, [], "the page asks nobody else");
      assert.deepEqual(faults, [], "the page has no fault");
    },
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { id: string; nodes: { target: unknown; failureSummary?: string }[] };
declare const axe: { run(asked: { resultTypes: string[] }): Promise<{ violations: Violation[] }> };

/** What axe-core finds wrong on the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in globalThis);
  if (!isThere) await page.evaluate(AXE);
  const found = await page.evaluate(
    async () => (await axe.run({ resultTypes: ["violations"] })).violations,
  );
  return found.map(
    ({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0]?.target)} ${nodes[0]?.failureSummary}`,
  );
}

/** Opens a page and waits for all that it asks for: what still arrives cannot be judged. */
export async function openWhole(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "networkidle" });
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
}

type Scheme = "light" | "dark";

/** What is wrong with the pages at these paths: what axe-core finds, and more than their width. */
export async function faultsOf(
  page: Page,
  paths: readonly string[],
  schemes: readonly Scheme[] = ["light"],
): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0;
  const found: string[] = [];
  for (const path of paths) {
    await openWhole(page, path);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const lines = await violations(page);
      found.push(...lines.map((line) => `${path} at ${width} px, ${colorScheme}: ${line}`));
    }
    const taken = await page.evaluate(() => document.documentElement.scrollWidth);
    if (taken > width) found.push(`${path} is ${taken} px wide at ${width} px`);
  }
  return found;
}
