import { readFileSync } from "node:fs";
import { connect } from "node:net";

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
  /** Processor time of the generator itself. */
  cpuUs: number;
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

const DRAWN_A_SECOND = 50_000;

/** Drawn before the clock starts, so that every kind of choice costs the same; later ones then. */
function drawnBefore(draw: () => number, count: number): () => number {
  const drawn = Uint32Array.from({ length: count }, draw);
  let turn = 0;
  return () => drawn[turn++] ?? draw();
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
/** As Node writes it. */
const LENGTH = Buffer.from("\r\ncontent-length: ");
const OK = Buffer.from("HTTP/1.1 200");
const CARRIAGE_RETURN = 0x0d;
const DIGIT_ZERO = 0x30;

const NOTHING = Buffer.alloc(0);

/** Whether the whole answer is there; nothing comes after it before the next is asked for. */
function isWhole(buffer: Buffer): boolean {
  const headEnd = buffer.indexOf(HEAD_END);
  if (headEnd < 0) return false;
  const length = buffer.indexOf(LENGTH);
  if (length < 0 || length > headEnd) throw new Error("an answer came without its length");
  let bodyBytes = 0;
  for (let i = length + LENGTH.length; buffer[i] !== CARRIAGE_RETURN; i++) {
    bodyBytes = bodyBytes * 10 + (buffer[i] ?? 0) - DIGIT_ZERO;
  }
  return buffer.length >= headEnd + HEAD_END.length + bodyBytes;
}

function load(order: LoadOrder): Promise<LoadReport> {
  const paths = readFileSync(order.pathsFile, "utf8").trimEnd().split("\n");
  const next = drawnBefore(picker(order.pick, paths.length), order.seconds * DRAWN_A_SECOND);
  const report: LoadReport = { seconds: 0, latencies: [], picked: [], failures: 0, cpuUs: 0 };
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const endsAt = startedAt + order.seconds * 1000;
  const all = Array.from({ length: order.connections }, () =>
    askUntil(endsAt, { port: order.port, paths, next, report }),
  );
  return Promise.all(all).then(() => {
    report.seconds = (performance.now() - startedAt) / 1000;
    const { user, system } = process.cpuUsage(before);
    report.cpuUs = user + system;
    return report;
  });
}

type Asking = { port: number; paths: readonly string[]; next: () => number; report: LoadReport };

const READ_BYTES = 64 * 1024;

function askUntil(endsAt: number, { port, paths, next, report }: Asking): Promise<void> {
  return new Promise((resolve, reject) => {
    let pending: Buffer = NOTHING;
    let askedAt = 0;
    let line = 0;
    const ask = () => {
      line = next();
      askedAt = performance.now();
      socket.write(`GET ${paths[line]} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`, "latin1");
    };
    const answered = (answer: Buffer) => {
      const now = performance.now();
      report.latencies.push(now - askedAt);
      report.picked.push(line);
      if (!answer.subarray(0, OK.length).equals(OK)) report.failures += 1;
      if (now < endsAt) ask();
      else socket.end(() => resolve());
    };
    // Read into the same bytes each time: no work for the garbage collector.
    const callback = (count: number, read: Uint8Array) => {
      const chunk = Buffer.from(read.buffer, read.byteOffset, count);
      const bytes = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const whole = isWhole(bytes);
      pending = whole ? NOTHING : Buffer.from(bytes);
      if (whole) answered(bytes);
      return true;
    };
    const onread = { buffer: Buffer.alloc(READ_BYTES), callback };
    const socket = connect({ port, host: "127.0.0.1", noDelay: true, onread });
    socket.once("connect", ask);
    socket.once("error", reject);
  });
}

process.once("message", async (order: LoadOrder) => {
  // Leaving before the report is written would lose it.
  process.send?.(await load(order), () => process.disconnect());
});
