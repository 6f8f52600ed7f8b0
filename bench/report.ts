import type { Row } from "./figure.ts";

export type GroupResult = {
  names: readonly string[];
  /** Of the last minute; above the number of cores other programs were measured too. */
  loadBefore: number;
  loadAfter: number;
  seconds: number;
  rows: Row[];
};

export type Report = {
  scale: number;
  at: string;
  machine: { node: string; cpu: string; cores: number; memoryGb: number; fsyncMs: number };
  groups: GroupResult[];
};

const mark = (met: boolean | null) => (met === null ? "–" : met ? "✓" : "✕");

function tableRow(row: Row, { loadBefore, loadAfter }: GroupResult): string {
  const { figure, what, measured, limit, target } = row;
  const load = `${loadBefore.toFixed(1)} → ${loadAfter.toFixed(1)}`;
  return `| ${[figure, what, measured, limit, target, mark(row.met), load].join(" | ")} |`;
}

/** The table, then the notes of every row that has some. */
export function markdown(report: Report): string {
  const { node, cpu, cores, memoryGb, fsyncMs } = report.machine;
  const all = report.groups.flatMap((group) => group.rows.map((row) => ({ row, group })));
  const notes = all.flatMap(({ row }) => row.notes.map((note) => `- ${row.figure}: ${note}`));
  return [
    `scale ${report.scale} · ${report.at} · Node ${node} · ${cores} × ${cpu} · ${memoryGb} GB`,
    `durable 8 KiB write ${fsyncMs.toFixed(2)} ms · load average before → after each figure`,
    "",
    "| figure | what | measured | limit in the same run | at least | | load |",
    "|---|---|---|---|---|---|---|",
    ...all.map(({ row, group }) => tableRow(row, group)),
    "",
    ...notes,
  ].join("\n");
}
