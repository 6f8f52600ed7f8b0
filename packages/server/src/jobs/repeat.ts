import { setTimeout as wait } from "node:timers/promises";

export type Repeating = { stop(): Promise<void> };

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
      await work().catch(onFault);
      // Aborting ends the wait early; that is its only way to reject.
      await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}
