import { hash } from "node:crypto";
import { join } from "node:path";
import { parseTrust, type Sha256, verifyBundle } from "@suzheng/verifier";
import { rolldown } from "rolldown";
import { sha256 } from "../../packages/server/src/ledger/sha256.ts";
import { type Bench, count, ms, type Row } from "../figure.ts";
import { withBrowser } from "../in-browser/browser.ts";
import { type LongHistory, longHistory } from "../installations/long-history.ts";
import { median } from "../percentile.ts";

const RUNS = 20;
const NODE_MS = 15;
const BROWSER_MS = 100;

type Timed = { runs: number[]; limitMs: number; hashes: number };

function verifyInNode({ bundle, trustText }: LongHistory): Timed {
  const trust = parseTrust(sha256, trustText);
  if (trust.outcome === "malformed") throw new Error(trust.detail.en);
  const verify = (by: Sha256) => verifyBundle({ bundle, trust: trust.value, sha256: by });
  const runs = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    const { outcome, steps } = verify(sha256);
    const taken = performance.now() - from;
    if (outcome !== "valid") throw new Error(`the proof is ${outcome}: ${JSON.stringify(steps)}`);
    return taken;
  });
  const hashed: Buffer[] = [];
  verify((...parts) => {
    hashed.push(Buffer.concat(parts));
    return sha256(...parts);
  });
  const alone = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    for (const bytes of hashed) hash("sha256", bytes, "buffer");
    return performance.now() - from;
  });
  return { runs, limitMs: median(alone), hashes: hashed.length };
}

async function verifyInBrowser({ bundle, trustText }: LongHistory): Promise<number[]> {
  const build = await rolldown({
    input: join(import.meta.dirname, "..", "in-browser", "verifier-in-page.ts"),
    platform: "browser",
  });
  const { output } = await build.generate({ format: "iife", minify: true });
  return withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: output[0].code });
    const expression = `timeVerification(${JSON.stringify(bundle)}, ${JSON.stringify(trustText)}, ${RUNS})`;
    return (await page.evaluate(expression)) as number[];
  });
}

/** Checking the proof of a long history offline, as the command and as the portal do it. */
export async function figure(bench: Bench): Promise<Row[]> {
  const history = await longHistory(bench);
  const node = verifyInNode(history);
  const browser = await verifyInBrowser(history);
  const limit = `${ms(node.limitMs)} for its ${count(node.hashes)} hashes alone, Node`;
  const size = `${count(Buffer.byteLength(history.bundle) / 1000)} kB`;
  const row = (where: string, runs: number[], atMost: number): Row => ({
    figure: "verify",
    what: `${history.events} acts (${size}) in a log of ${count(history.others)}, ${where}`,
    measured: `${ms(median(runs))}, median of ${RUNS}`,
    limit,
    target: `< ${atMost} ms`,
    met: median(runs) < atMost,
    notes: [`${where}: the first check, nothing warm, ${ms(runs[0] ?? 0)}`],
  });
  return [row("Node", node.runs, NODE_MS), row("browser", browser, BROWSER_MS)];
}
