import { setFlagsFromString } from "node:v8";

/**
 * By how much of itself what is in use may grow before all of it is looked over again. More saves
 * nothing that can be measured and costs memory.
 */
const GROWTH_PERCENT = 100;
/** V8 chooses by itself, and chooses little. */
const CHOSEN_BY_V8 = 0;

/**
 * For work whose memories are garbage soon: by itself V8 would look over the whole heap of each
 * thread at every few megabytes, a quarter of the processor time of a check.
 */
export async function withRoomForGarbage<T>(work: () => Promise<T>): Promise<T> {
  allowGrowth(GROWTH_PERCENT);
  try {
    return await work();
  } finally {
    allowGrowth(CHOSEN_BY_V8);
  }
}

const allowGrowth = (percent: number) => setFlagsFromString(`--heap-growing-percent=${percent}`);
