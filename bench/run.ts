import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import type { Row } from "./figure.ts";
import { fsyncLatencyMs } from "./limits/fsync-latency.ts";
import { type GroupResult, markdown, type Report } from "./report.ts";

/**
 * Each group is a process of its own; figures of one group share what they fill a database with.
 */
const GROUPS = [
  ["import"],
  ["judge"],
  ["append-one", "append-eight"],
  ["provable"],
  ["lookup", "search"],
  ["rule-search"],
  ["verify"],
  ["fsck"],
  ["what-if"],
  ["deadline-sweep"],
  ["portal"],
];
const OUT = join(import.meta.dirname, "out");

function scaleFromEnvironment(): number {
  const scale = Number(process.env.BENCH_SCALE || "1");
  if (scale > 0 && scale <= 1) return scale;
  throw new Error(`BENCH_SCALE \`${process.env.BENCH_SCALE}\` is not above 0 and at most 1`);
}

/** Groups with only the figures asked for; all when none is. */
function chosen(only: readonly string[]): string[][] {
  const unknown = only.filter((name) => !GROUPS.flat().includes(name));
  if (unknown.length > 0) {
    throw new Error(`no figure \`${unknown.join(", ")}\`; there are ${GROUPS.flat().join(", ")}`);
  }
  if (only.length === 0) return GROUPS;
  const wanted = GROUPS.map((names) => names.filter((name) => only.includes(name)));
  return wanted.filter((names) => names.length > 0);
}

function failed(name: string): Row {
  const notes = ["the run of this figure ended with a fault; see above"];
  return { figure: name, what: "", measured: "–", limit: "", target: "", met: null, notes };
}

/** Rows as they come; a figure that fails has a row that says so, and the others go on. */
async function runGroup(names: readonly string[], scale: number): Promise<GroupResult> {
  const loadBefore = loadavg()[0] ?? 0;
  const startedAt = performance.now();
  const rows = new Map<string, Row[]>();
  const child = fork(join(import.meta.dirname, "run-group.ts"), [String(scale), ...names]);
  child.on("message", (message: { name: string; rows: Row[] }) => {
    rows.set(message.name, message.rows);
  });
  await new Promise((resolve) => child.once("close", resolve));
  return {
    names,
    loadBefore,
    loadAfter: loadavg()[0] ?? 0,
    seconds: (performance.now() - startedAt) / 1000,
    rows: names.flatMap((name) => rows.get(name) ?? failed(name)),
  };
}

const scale = scaleFromEnvironment();
const report: Report = {
  scale,
  at: new Date().toISOString(),
  machine: {
    node: process.version,
    cpu: cpus()[0]?.model ?? "",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    fsyncMs: fsyncLatencyMs(),
  },
  groups: [],
};
mkdirSync(OUT, { recursive: true });
for (const names of chosen(process.argv.slice(2))) {
  console.error(`… ${names.join(", ")} (scale ${scale})`);
  report.groups.push(await runGroup(names, scale));
  // After each group: a run that is stopped keeps what it has.
  writeFileSync(join(OUT, "latest.json"), `${JSON.stringify(report, null, 2)}\n`);
}
console.log(markdown(report));
if (report.groups.some(({ rows }) => rows.some(({ measured }) => measured === "–"))) {
  process.exitCode = 1;
}
