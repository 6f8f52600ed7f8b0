import { type Browser, chromium } from "playwright-core";
import { ensureChromium } from "../../tools/ensure-chromium.ts";

/** A Chromium for as long as `work` takes. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const found = await ensureChromium();
  if (found.path === null) throw new Error(found.problem);
  const args = ["--no-sandbox", "--disable-dev-shm-usage"];
  const browser = await chromium.launch({ executablePath: found.path, args });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
