import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "@suzheng/server";
import { serveWithBareRoute } from "./bench-server.ts";
import { type Bench, count, ms, type Row, scaled } from "./figure.ts";
import { runLoad } from "./in-child/run-load.ts";
import { percentile } from "./percentile.ts";

const CONNECTIONS = 4;
const SECONDS = 20;
const P99_MS = 100;

export type SearchLoad = {
  figure: string;
  what: string;
  platform: Platform;
  /** For the lists of paths, of this run only. */
  folder: string;
  /** Asked in turn; kinds are told apart in the notes. */
  asked: readonly { kind: string; path: string }[];
};

const line = (latencies: readonly number[]) =>
  `p50 ${ms(percentile(latencies, 0.5))}, p99 ${ms(percentile(latencies, 0.99))}`;

/** Searches over HTTP beside a bare route of the same server with an answer of the same size. */
export async function searchRow(bench: Bench, load: SearchLoad): Promise<Row> {
  const { asked, folder } = load;
  const pathsFile = join(folder, `${load.figure}-paths`);
  writeFileSync(pathsFile, asked.map(({ path }) => path).join("\n"));
  const bareFile = join(folder, `bare-${load.figure}-path`);
  writeFileSync(bareFile, "/bare\n");
  const server = await serveWithBareRoute(load.platform);
  const sample = await fetch(`http://127.0.0.1:${server.port}${asked[0]?.path}`);
  server.answerBare(await sample.text(), { "content-type": "application/json; charset=utf-8" });
  const order = { port: server.port, pick: "in-turn", connections: CONNECTIONS } as const;
  const bare = await runLoad({ ...order, pathsFile: bareFile, seconds: 2 });
  await runLoad({ ...order, pathsFile, seconds: 3 });
  const found = await runLoad({ ...order, pathsFile, seconds: scaled(bench, SECONDS, 3) });
  await server.close();
  const byKind = [...new Set(asked.map(({ kind }) => kind))].map((kind) => {
    const own = found.latencies.filter((_, i) => asked[found.picked[i] ?? 0]?.kind === kind);
    return `${kind} (${count(own.length)}): ${line(own)}, max ${ms(percentile(own, 1))}`;
  });
  return {
    figure: load.figure,
    what: `${load.what}, ${CONNECTIONS} connections`,
    measured: `${line(found.latencies)}; ${count(found.latencies.length / found.seconds)}/s`,
    limit: `bare route ${line(bare.latencies)}`,
    target: `p99 < ${P99_MS} ms`,
    met: percentile(found.latencies, 0.99) < P99_MS,
    notes: byKind,
  };
}
