import type { AppendOutcome, AppendRequest, Ledger } from "../application/ledger.ts";
import type { LogStore } from "../application/log-store.ts";
import { appendBatch } from "./append-batch.ts";

/** Acts in one transaction at most; a larger request is a transaction of its own. */
const BATCH_ACTS_MAX = 1000;

type Waiting = {
  request: AppendRequest;
  resolve(outcome: AppendOutcome): void;
  reject(fault: unknown): void;
};

/**
 * While one transaction of an institution is under way, requests for it gather and share the next
 * one: under load many acts pay for one fsync, alone an act does not wait.
 */
export function groupCommitLedger(store: LogStore, now: () => string): Ledger {
  const queues = new Map<string, Waiting[]>();
  const busy = new Set<string>();

  async function commit(institution: string, batch: Waiting[]): Promise<void> {
    const requests = batch.map(({ request }) => request);
    try {
      const outcomes = await store.transact(institution, (log) => appendBatch(log, requests, now));
      batch.forEach(({ resolve }, i) => {
        const outcome = outcomes[i];
        if (outcome === undefined) throw new Error("every request has an outcome");
        resolve(outcome);
      });
    } catch (fault) {
      // Whether the transaction committed may be unknown: the submitter asks again with the same
      // request id.
      for (const { reject } of batch) reject(fault);
    }
  }

  async function drain(institution: string, queue: Waiting[]): Promise<void> {
    busy.add(institution);
    while (queue.length > 0) await commit(institution, takeBatch(queue));
    busy.delete(institution);
    queues.delete(institution);
  }

  return {
    append(request) {
      return new Promise((resolve, reject) => {
        const queue = queues.get(request.institution) ?? [];
        queues.set(request.institution, queue);
        queue.push({ request, resolve, reject });
        // After this turn of the event loop, so that requests which arrive together go together.
        if (!busy.has(request.institution)) {
          busy.add(request.institution);
          setImmediate(() => void drain(request.institution, queue));
        }
      });
    },
  };
}

function takeBatch(queue: Waiting[]): Waiting[] {
  let acts = 0;
  let taken = 0;
  for (const { request } of queue) {
    if (taken > 0 && acts + request.acts.length > BATCH_ACTS_MAX) break;
    acts += request.acts.length;
    taken += 1;
  }
  return queue.splice(0, taken);
}
