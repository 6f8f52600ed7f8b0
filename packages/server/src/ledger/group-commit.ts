import type { AppendOutcome, AppendRequest, Ledger } from "../application/ledger/ledger.ts";
import type { LogStore } from "../application/ledger/log-store.ts";
import { appendBatch, NOT_HELD } from "./append-batch.ts";

/** Acts in one transaction at most; a larger request is a transaction of its own. */
const BATCH_ACTS_MAX = 1000;
/** Transactions at a time: while one commits, the next is made ready. */
const LANES = 2;

type Waiting = {
  request: AppendRequest;
  resolve(outcome: AppendOutcome): void;
  reject(fault: unknown): void;
};

type Commit = (batch: readonly Waiting[], options: { wait: boolean }) => Promise<Waiting[]>;

/**
 * Requests that come while transactions are under way gather and share the next one, whatever their
 * institutions: under load many acts pay for one fsync, alone an act does not wait. An institution
 * is in one transaction at a time, so its acts keep their order.
 */
export function groupCommitLedger(store: LogStore, now: () => string): Ledger {
  const commit = committer(store, now);
  let waiting: Waiting[] = [];
  const busy = new Set<string>();
  let lanes = 0;
  let isFilling = false;

  async function runLane(batch: readonly Waiting[]): Promise<void> {
    const left = await commitTogether(commit, batch);
    lanes -= 1;
    const done = batch.map(institutionOf).filter((institution) => !left.has(institution));
    // A log that somebody else holds for long, as a dry run does, keeps only its own waiting.
    for (const [institution, own] of left) {
      void commitAlone(commit, institution, own).then(() => free([institution]));
    }
    free(done);
  }

  function free(institutions: readonly string[]): void {
    for (const institution of institutions) busy.delete(institution);
    fillLanes();
  }

  function fillLanes(): void {
    isFilling = false;
    while (lanes < LANES) {
      const batch = take(waiting, { busy, share: LANES - lanes });
      if (batch.length === 0) return;
      const taken = new Set(batch);
      waiting = waiting.filter((one) => !taken.has(one));
      for (const one of batch) busy.add(institutionOf(one));
      lanes += 1;
      void runLane(batch);
    }
  }

  return {
    append: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        // After this turn of the event loop, so that requests which arrive together go together.
        if (!isFilling) setImmediate(fillLanes);
        isFilling = true;
      }),
  };
}

const institutionOf = ({ request }: Waiting): string => request.institution;

/** Answers what was decided; gives back what waits for a log that was not held. */
function committer(store: LogStore, now: () => string): Commit {
  return async (batch, { wait }) => {
    const requests = batch.map(({ request }) => request);
    const outcomes = await store.transact((logs) => appendBatch(logs, requests, { now, wait }));
    return batch.filter(({ resolve }, i) => {
      const outcome = outcomes[i];
      if (outcome === undefined) throw new Error("every request has an outcome");
      if (outcome !== NOT_HELD) resolve(outcome);
      return outcome === NOT_HELD;
    });
  };
}

/** What is left has to be tried once more, each institution's by itself. */
async function commitTogether(
  commit: Commit,
  batch: readonly Waiting[],
): Promise<ReadonlyMap<string, readonly Waiting[]>> {
  try {
    return Map.groupBy(await commit(batch, { wait: false }), institutionOf);
  } catch (fault) {
    // What one institution's rows brought about must not fail the others. Only a statement that
    // failed is sure to have recorded nothing; after a broken connection the submitter asks again.
    const groups = Map.groupBy(batch, institutionOf);
    if (groups.size > 1 && isRolledBack(fault)) return groups;
    for (const { reject } of batch) reject(fault);
    return new Map();
  }
}

async function commitAlone(
  commit: Commit,
  institution: string,
  batch: readonly Waiting[],
): Promise<void> {
  try {
    const missing = await commit(batch, { wait: true });
    for (const { resolve } of missing) {
      resolve({ ok: false, code: "institution-unknown", detail: institution });
    }
  } catch (fault) {
    for (const { reject } of batch) reject(fault);
  }
}

/** The requests of one `share`-th of the institutions that wait, the longest waiting first. */
function take(
  waiting: readonly Waiting[],
  { busy, share }: { busy: ReadonlySet<string>; share: number },
): Waiting[] {
  const ready = waiting.filter((one) => !busy.has(institutionOf(one)));
  const institutions = [...new Set(ready.map(institutionOf))];
  const own = new Set(institutions.slice(0, Math.ceil(institutions.length / share)));
  const batch: Waiting[] = [];
  let acts = 0;
  for (const one of ready) {
    if (!own.has(institutionOf(one))) continue;
    acts += one.request.acts.length;
    if (batch.length > 0 && acts > BATCH_ACTS_MAX) break;
    batch.push(one);
  }
  return batch;
}

/** PostgreSQL itself refused a statement, so nothing of the transaction stands. */
const isRolledBack = (fault: unknown): boolean =>
  fault instanceof Error && "severity" in fault && fault.severity === "ERROR";
