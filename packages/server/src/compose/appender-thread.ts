import { Worker } from "node:worker_threads";
import type { AppenderThread, AppendRefused, AppendRequest } from "../application/ledger.ts";

export type AppendJob = { id: number; request: AppendRequest };
export type AppendAnswer = {
  id: number;
  outcome?: { ok: true } | AppendRefused;
  fault?: unknown;
};

type Waiting = {
  resolve(outcome: { ok: true } | AppendRefused): void;
  reject(fault: unknown): void;
};

/** It holds the acts of two chunks of an import and no more. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 96 };

/** A ledger on a thread and a connection of its own. */
export function startAppenderThread(connectionString: string): AppenderThread {
  const worker = new Worker(new URL("./appender-thread-worker.ts", import.meta.url), {
    workerData: { connectionString },
    resourceLimits: RESOURCE_LIMITS,
  });
  const waiting = new Map<number, Waiting>();
  let jobs = 0;
  worker.on("message", ({ id, outcome, fault }: AppendAnswer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (outcome === undefined) one?.reject(fault);
    else one?.resolve(outcome);
  });
  const fail = (fault: unknown) => {
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on("error", fail);
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", () => {
      fail(new Error("the thread that records has ended"));
      resolve();
    });
  });
  return {
    append: (request) =>
      new Promise((resolve, reject) => {
        const id = jobs++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, request } satisfies AppendJob);
      }),
    async end() {
      worker.postMessage("end");
      await ended;
    },
  };
}
