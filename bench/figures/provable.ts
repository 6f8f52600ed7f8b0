import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type Platform, serve } from "@suzheng/server";
import { type Bench, count, ms, type Row, scaled } from "../figure.ts";
import { publishedSizeOf } from "../installations/published-size.ts";
import { type Act, sectorActs } from "../installations/sector-acts.ts";
import { connectOneBody, SUBMITTER } from "../installations/sector-reports.ts";
import { median, percentile } from "../percentile.ts";

const ACTS_BEFORE = 20_000;
const SECONDS = 30;
const PER_SECOND = 50;
const POLL_MS = 5;
const ALONE = 15;
const P99_MS = 1500;

type Acknowledged = { index: number; at: number };

async function append(
  platform: Platform,
  institution: string,
  acts: readonly Act[],
): Promise<Acknowledged> {
  const requestId = randomUUID();
  const outcome = await platform.ledger.append({
    institution,
    submitter: SUBMITTER,
    requestId,
    acts,
  });
  const index = outcome.ok ? outcome.receipts.at(-1)?.index : undefined;
  if (index === undefined) throw new Error("the act was refused");
  return { index, at: performance.now() };
}

/** One publication with nothing else going on: what no pause between publications can go below. */
async function publishAlone(platform: Platform, institution: string, acts: Act[]) {
  const taken: number[] = [];
  for (const act of acts) {
    await append(platform, institution, [act]);
    const from = performance.now();
    await platform.publisher.publish();
    taken.push(performance.now() - from);
  }
  return median(taken);
}

/** Milliseconds from acknowledgement to a signed directory checkpoint that covers the act. */
async function delays(platform: Platform, institution: string, acts: Act[]): Promise<number[]> {
  const publishedSize = publishedSizeOf(platform, institution);
  const waiting: Acknowledged[] = [];
  const found: number[] = [];
  const startedAt = performance.now();
  let sent = 0;
  while (found.length < acts.length) {
    const due = Math.floor(((performance.now() - startedAt) / 1000) * PER_SECOND);
    for (; sent < Math.min(due, acts.length); sent++) {
      const act = acts[sent];
      if (act === undefined) break;
      append(platform, institution, [act]).then((acknowledged) => waiting.push(acknowledged));
    }
    const size = await publishedSize();
    const now = performance.now();
    for (let i = waiting.length - 1; i >= 0; i--) {
      const one = waiting[i];
      if (one === undefined || one.index >= size) continue;
      found.push(now - one.at);
      waiting.splice(i, 1);
    }
    await wait(POLL_MS);
  }
  return found;
}

/** How long after its acknowledgement an act is provable, with the server's own publisher. */
export async function figure(bench: Bench): Promise<Row[]> {
  const before = scaled(bench, ACTS_BEFORE, 500);
  const later = scaled(bench, SECONDS * PER_SECOND, 200);
  const all = await sectorActs(bench, before + ALONE + later);
  const platform = await bench.platforms.open();
  const institution = await connectOneBody(platform);
  for (let at = 0; at < before; at += 1000) {
    await append(platform, institution, all.slice(at, Math.min(before, at + 1000)));
  }
  await platform.publisher.publish();
  const alone = await publishAlone(platform, institution, all.slice(before, before + ALONE));
  const server = await serve(platform, {
    host: "127.0.0.1",
    port: 0,
    demo: false,
    portalFolder: null,
  });
  const taken = await delays(platform, institution, all.slice(before + ALONE));
  await server.close();
  await platform.close();
  const p99 = percentile(taken, 0.99);
  return [
    {
      figure: "provable",
      what: `${count(taken.length)} acts, ${PER_SECOND} a second, in a log of ${count(before)}`,
      measured: `p50 ${ms(median(taken))}, p99 ${ms(p99)}`,
      limit: `${ms(alone)} for one publication alone`,
      target: `p99 < ${P99_MS} ms`,
      met: p99 < P99_MS,
      notes: [],
    },
  ];
}
