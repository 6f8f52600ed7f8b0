import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Browser, CDPSession } from "playwright-core";
import { serveWithBareRoute } from "../bench-server.ts";
import { type Bench, ms, type Row } from "../figure.ts";
import { withBrowser } from "../in-browser/browser.ts";
import { connectBodies, importFiles, writeReports } from "../installations/sector-reports.ts";
import { median } from "../percentile.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const VITE = join(ROOT, "node_modules", "vite", "bin", "vite.js");
const VISITS = 5;
const JAVASCRIPT_KB = 70;
const INTERACTIVE_MS = 2000;
/** 1.6 Mbit/s. */
const BYTES_PER_SECOND = 200_000;
const LATENCY_MS = 150;
const TIMEOUT_MS = 30_000;

/** Runs in the page: notes when the verdict can be seen and the proof can be asked for. */
const WATCH = `
  const watch = () => {
    const verdict = document.querySelector(".verdict-word");
    const verify = document.querySelector("#proof button");
    const ready = verdict?.checkVisibility() && verify?.checkVisibility() && !verify.disabled;
    if (ready) globalThis.interactiveAt ??= performance.now();
    else requestAnimationFrame(watch);
  };
  watch();`;

type Visit = { interactiveMs: number; scriptBytes: number; allBytes: number; files: string[] };

async function slowLine(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
}

/**
 * One visit with nothing cached. Bytes are those that came over the line until the page was of use.
 */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const kinds = new Map<string, { type: string; url: string }>();
  const found: Visit = { interactiveMs: 0, scriptBytes: 0, allBytes: 0, files: [] };
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    kinds.set(requestId, { type, url: response.url });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { type, url: file } = kinds.get(requestId) ?? { type: "", url: "" };
    found.allBytes += encodedDataLength;
    if (type !== "Script") return;
    found.scriptBytes += encodedDataLength;
    const name = file.slice(file.lastIndexOf("/") + 1);
    found.files.push(`${name} ${(encodedDataLength / 1000).toFixed(1)}`);
  });
  await slowLine(session);
  await page.addInitScript(WATCH);
  await page.goto(url, { waitUntil: "commit" });
  const interactive = await page.waitForFunction(
    () => Reflect.get(globalThis, "interactiveAt"),
    undefined,
    { timeout: TIMEOUT_MS },
  );
  found.interactiveMs = Number(await interactive.jsonValue());
  await context.close();
  return found;
}

/** The same line and as many bytes in one file: milliseconds. */
async function lineAlone(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await slowLine(await context.newCDPSession(page));
  await page.goto(url, { timeout: TIMEOUT_MS });
  const loaded = await page.evaluate("performance.getEntriesByType('navigation')[0].responseEnd");
  await context.close();
  return Number(loaded);
}

async function certificateToShow(bench: Bench) {
  const platform = await bench.platforms.open();
  const folder = bench.platforms.folder();
  const { sector, files } = await writeReports(folder, { bodies: 2, certificates: 200 });
  await connectBodies(platform, sector.institutions);
  await importFiles(platform, files, folder);
  await platform.publisher.publish();
  // The one with the longest history: the worst page of them.
  const [longest] = await platform.database.query<{ number: string }>(
    `select substr(stream, 13) as number from entries where stream like 'certificate/%'
     group by stream order by count(*) desc, stream limit 1`,
  );
  return { platform, number: longest?.number ?? "" };
}

/** The certificate page on a slow telephone line, nothing cached, median of five visits. */
export async function figure(bench: Bench): Promise<Row[]> {
  const portalFolder = join(bench.platforms.folder(), "portal");
  const build = [VITE, "build", "--outDir", portalFolder, "--logLevel", "error"];
  execFileSync(process.execPath, build, { cwd: join(ROOT, "packages", "web"), stdio: "inherit" });
  const { platform, number } = await certificateToShow(bench);
  const server = await serveWithBareRoute(platform, portalFolder);
  const base = `http://127.0.0.1:${server.port}`;
  const { visits, alone } = await withBrowser(async (browser) => {
    const all: Visit[] = [];
    for (let i = 0; i < VISITS; i++) {
      all.push(await visit(browser, `${base}/c/${encodeURIComponent(number)}`));
    }
    const bytes = median(all.map(({ allBytes }) => allBytes));
    server.answerBare(randomBytes(bytes).toString("base64").slice(0, bytes), {
      "content-type": "text/plain",
    });
    return { visits: all, alone: await lineAlone(browser, `${base}/bare`) };
  });
  await server.close();
  await platform.close();
  const script = median(visits.map(({ scriptBytes }) => scriptBytes)) / 1000;
  const all = median(visits.map(({ allBytes }) => allBytes)) / 1000;
  const interactive = median(visits.map(({ interactiveMs }) => interactiveMs));
  return [
    {
      figure: "portal",
      what: "JavaScript of a certificate's page, as transferred",
      measured: `${script.toFixed(1)} kB`,
      limit: `${all.toFixed(1)} kB for the whole page`,
      target: `<= ${JAVASCRIPT_KB} kB`,
      met: script <= JAVASCRIPT_KB,
      notes: [`scripts, kB: ${visits[0]?.files.join(", ")}`],
    },
    {
      figure: "portal",
      what: "verdict visible and proof ready to start, 1.6 Mbit/s, 150 ms",
      measured: `${ms(interactive)}, median of ${VISITS}`,
      limit: `${ms(alone)} for as many bytes in one file`,
      target: `< ${INTERACTIVE_MS} ms`,
      met: interactive < INTERACTIVE_MS,
      notes: [],
    },
  ];
}
