import { randomUUID } from "node:crypto";
import { simulateSector } from "@suzheng/sector";
import type { Platform } from "@suzheng/server";
import { type Bench, scaled } from "./figure.ts";
import { type Act, sectorActs } from "./installations/sector-acts.ts";
import { connectBodies, SUBMITTER, TODAY } from "./installations/sector-reports.ts";
import { rawAppend, rowsSince, transactionNow } from "./limits/raw-append.ts";
import { percentile } from "./percentile.ts";
import { type Use, useOf } from "./process-usage.ts";

const ACTS = 40_000;
const SUBMITTERS = 64;
const TURNS = 4;

export type AppendResult = {
  acts: number;
  perSecond: number;
  batch: number;
  p50Ms: number;
  p99Ms: number;
  /** Acts whose rows a raw insert writes in a second. */
  rawPerSecond: number;
  /** Rows of entries, requests, openings, states, certificates, numbers, participations. */
  rowsOfAnAct: number;
  /** Processor time of one act, in the ledger and in the raw insert. */
  use: string;
};

type Submission = { institution: string; acts: Act[] };

let acts: Promise<Act[]> | undefined;
const results = new Map<number, Promise<AppendResult>>();

/** Measured once in a run; both figures of appending show it. */
export function appendTo(bench: Bench, institutions: number): Promise<AppendResult> {
  const known = results.get(institutions) ?? measure(bench, institutions);
  results.set(institutions, known);
  return known;
}

async function measure(bench: Bench, institutions: number): Promise<AppendResult> {
  acts ??= sectorActs(bench, scaled(bench, ACTS, 2000));
  const all = await acts;
  let batches = 0;
  // The ledger asks for the time once for each of its transactions.
  const now = () => {
    batches += 1;
    return new Date().toISOString();
  };
  const platform = await bench.platforms.open({ now });
  const size = { bodies: institutions, certificates: institutions };
  const bodies = simulateSector({ seed: "bench", today: TODAY, ...size }).institutions;
  await connectBodies(platform, bodies);
  const names = bodies.map(({ approvalNumber }) => approvalNumber);
  const warm = Math.floor(all.length / 10);
  const latencies: number[] = [];
  const submit = (part: readonly Act[]) =>
    Promise.all(
      submissions(part, names).map((submission) =>
        submitInTurn(platform.ledger, submission, latencies),
      ),
    );
  const { before, rest } = splitAtStream(all, warm);
  await submit(before);
  latencies.length = 0;
  batches = 0;
  const ours: Use[] = [];
  const raw: Use[] = [];
  let rowsWritten = 0;
  // In turns, so that a minute in which the machine is slow is slow for both.
  for (const turn of turnsOf(rest)) {
    await platform.database.query("checkpoint");
    const since = await transactionNow(platform);
    const batchesBefore = batches;
    const { use } = await useOf(platform.dataFolder, () => submit(turn));
    ours.push(use);
    const written = await rowsSince(platform, since);
    const batch = Math.max(1, Math.round(turn.length / (batches - batchesBefore)));
    raw.push(await rawAppend(platform, written, { batch, institutions: names }));
    rowsWritten += [...written.values()].reduce((sum, { rows }) => sum + rows.length, 0);
  }
  await platform.close();
  const use = sumOf(ours);
  const rawUse = sumOf(raw);
  return {
    acts: rest.length,
    perSecond: rest.length / use.seconds,
    batch: rest.length / batches,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    rawPerSecond: rest.length / rawUse.seconds,
    rowsOfAnAct: rowsWritten / rest.length,
    use: `${usePerAct(use, rest.length)}; raw ${usePerAct(rawUse, rest.length)}`,
  };
}

/** Whole streams each, so that no act comes before the one that it follows. */
function turnsOf(all: readonly Act[]): Act[][] {
  const turns: Act[][] = [];
  let rest = all;
  for (let left = TURNS; left > 1; left--) {
    const split = splitAtStream(rest, Math.floor(rest.length / left));
    turns.push(split.before);
    rest = split.rest;
  }
  return [...turns, [...rest]];
}

function sumOf(uses: readonly Use[]): Use {
  return uses.reduce((sum, use) => ({
    seconds: sum.seconds + use.seconds,
    nodeUs: sum.nodeUs + use.nodeUs,
    postgresUs: sum.postgresUs + use.postgresUs,
  }));
}

const usePerAct = ({ nodeUs, postgresUs }: Use, acts: number) =>
  `${Math.round(nodeUs / acts)} µs of processor in Node and ${Math.round(postgresUs / acts)} µs in PostgreSQL`;

function splitAtStream(all: readonly Act[], about: number): { before: Act[]; rest: Act[] } {
  let at = about;
  while (all[at]?.stream === all[at - 1]?.stream) at += 1;
  return { before: all.slice(0, at), rest: all.slice(at) };
}

/**
 * Every stream has one submitter, every submitter one institution; shares are as equal as streams
 * allow.
 */
function submissions(part: readonly Act[], institutions: readonly string[]): Submission[] {
  const all = Array.from(
    { length: SUBMITTERS },
    (_, i): Submission => ({
      institution: institutions[i % institutions.length] ?? "",
      acts: [],
    }),
  );
  const ofStream = new Map<string, Submission>();
  let next = 0;
  for (const act of part) {
    const submission = ofStream.get(act.stream) ?? all[next++ % SUBMITTERS];
    if (submission === undefined) throw new Error("there are submitters");
    ofStream.set(act.stream, submission);
    submission.acts.push(act);
  }
  return all;
}

async function submitInTurn(
  ledger: Platform["ledger"],
  { institution, acts: own }: Submission,
  latencies: number[],
): Promise<void> {
  for (const act of own) {
    const from = performance.now();
    const requestId = randomUUID();
    const outcome = await ledger.append({
      institution,
      submitter: SUBMITTER,
      requestId,
      acts: [act],
    });
    if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.detail}`);
    latencies.push(performance.now() - from);
  }
}
