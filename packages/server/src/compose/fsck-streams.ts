import { Worker } from "node:worker_threads";
import type { StreamsCheck, StreamsJob, StreamsVerdict } from "../ledger/fsck/check-streams.ts";

export type StreamsThread = { check: StreamsCheck; end(): Promise<void> };

type Answer = { id: number; verdict?: StreamsVerdict; fault?: unknown };
type Waiting = { resolve(verdict: StreamsVerdict): void; reject(fault: unknown): void };

/** Checks streams on a thread and a connection of its own, while this one hashes. */
export function startStreamsThread(connectionString: string): StreamsThread {
  const worker = new Worker(new URL("./fsck-streams-worker.ts", import.meta.url), {
    workerData: { connectionString },
  });
  const waiting = new Map<number, Waiting>();
  let jobs = 0;
  worker.on("message", ({ id, verdict, fault }: Answer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (verdict === undefined) one?.reject(fault);
    else one?.resolve(verdict);
  });
  const fail = (fault: unknown) => {
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on("error", fail);
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", () => {
      fail(new Error("the thread that checks streams has ended"));
      resolve();
    });
  });
  return {
    check: (job: StreamsJob) =>
      new Promise((resolve, reject) => {
        const id = jobs++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, job });
      }),
    async end() {
      worker.postMessage("end");
      await ended;
    },
  };
}
