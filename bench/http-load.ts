import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";

/**
 * A process that asks one HTTP server over kept connections, each waiting for its answer before it
 * asks again. Little work for each request: on a machine without spare cores it is measured too.
 */

export type LoadOrder = {
  port: number;
  /** File of request paths, one to a line. */
  pathsFile: string;
  pick: "uniform" | "zipf" | "in-turn";
  connections: number;
  seconds: number;
};

export type LoadReport = {
  seconds: number;
  /** Milliseconds of every answer, in the order of their coming. */
  latencies: number[];
  /** Line of the paths file of each, same order. */
  picked: number[];
  failures: number;
};

const SPREAD = 7919;

function picker(pick: LoadOrder["pick"], length: number): () => number {
  let turn = 0;
  if (pick === "in-turn") return () => turn++ % length;
  if (pick === "uniform") return () => Math.floor(Math.random() * length);
  // Zipf with s = 1: the weight of rank r is 1 / r. Ranks are spread over the file.
  const cumulative = new Float64Array(length);
  let sum = 0;
  for (let rank = 0; rank < length; rank++) {
    sum += 1 / (rank + 1);
    cumulative[rank] = sum;
  }
  return () => (rankAt(cumulative, Math.random() * sum) * SPREAD) % length;
}

function rankAt(cumulative: Float64Array, wanted: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const HEAD_END = Buffer.from("\r\n\r\n");

/** Bytes of the whole answer when they are all there, and whether it is a 200; null before that. */
function answerIn(buffer: Buffer): { bytes: number; ok: boolean } | null {
  const headEnd = buffer.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = buffer.toString("latin1", 0, headEnd);
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  if (length === undefined) throw new Error(`an answer without its length: ${head}`);
  const bytes = headEnd + HEAD_END.length + Number(length);
  return buffer.length < bytes ? null : { bytes, ok: head.startsWith("HTTP/1.1 200") };
}

function load(order: LoadOrder): Promise<LoadReport> {
  const paths = readFileSync(order.pathsFile, "utf8").trimEnd().split("\n");
  const next = picker(order.pick, paths.length);
  const report: LoadReport = { seconds: 0, latencies: [], picked: [], failures: 0 };
  const startedAt = performance.now();
  const endsAt = startedAt + order.seconds * 1000;
  const all = Array.from({ length: order.connections }, () =>
    askUntil(connect(order.port, "127.0.0.1"), endsAt, { paths, next, report }),
  );
  return Promise.all(all).then(() => {
    report.seconds = (performance.now() - startedAt) / 1000;
    return report;
  });
}

type Asking = { paths: readonly string[]; next: () => number; report: LoadReport };

function askUntil(socket: Socket, endsAt: number, { paths, next, report }: Asking): Promise<void> {
  socket.setNoDelay(true);
  return new Promise((resolve, reject) => {
    let buffer: Buffer = Buffer.alloc(0);
    let askedAt = 0;
    let line = 0;
    const ask = () => {
      line = next();
      askedAt = performance.now();
      socket.write(`GET ${paths[line]} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
    };
    socket.once("connect", ask);
    socket.once("error", reject);
    socket.on("data", (chunk) => {
      buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
      const answer = answerIn(buffer);
      if (answer === null) return;
      buffer = buffer.subarray(answer.bytes);
      const now = performance.now();
      report.latencies.push(now - askedAt);
      report.picked.push(line);
      if (!answer.ok) report.failures += 1;
      if (now < endsAt) ask();
      else socket.end(() => resolve());
    });
  });
}

process.once("message", async (order: LoadOrder) => {
  // Leaving before the report is written would lose it.
  process.send?.(await load(order), () => process.disconnect());
});
