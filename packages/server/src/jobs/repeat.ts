import { setTimeout as wait } from "node:timers/promises";

export type Repeating = { stop(): Promise<void> };

/** The pause grows with the work: a share of the time that is left for everything else. */
const PAUSE_PER_WORK = 2;

/**
 * Runs `work` again and again, one round after the other; a fault is reported and the next round
 * tries anew.
 */
export function repeat(
  work: () => Promise<unknown>,
  everyMs: number,
  onFault: (fault: unknown) => void,
): Repeating {
  const stopping = new AbortController();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      await work().catch(onFault);
      const pauseMs = Math.max(everyMs, PAUSE_PER_WORK * (performance.now() - startedAt));
      // Aborting ends the wait early; that is its only way to reject.
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}
