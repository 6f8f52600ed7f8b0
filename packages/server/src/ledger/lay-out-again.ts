import type { PendingLog } from "../application/ledger/publication-store.ts";
import { layOutTree, type PublishingStores } from "./lay-out-log.ts";
import { TileMissing } from "./log-damage.ts";

/** Runs `work`; when published tiles are missing, makes them again from the entries and repeats. */
export async function withTilesInPlace<T>(
  stores: PublishingStores,
  work: () => Promise<T>,
): Promise<T> {
  const mended = new Set<string>();
  for (;;) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof TileMissing) || mended.has(fault.log)) throw fault;
      mended.add(fault.log);
      await layOutAgain(stores, fault.log);
    }
  }
}

async function layOutAgain(stores: PublishingStores, log: string): Promise<void> {
  const published = await stores.publications.published(log);
  if (published === null) return;
  const { size, frontier } = published;
  const all: PendingLog = { institution: log, size, frontier, published: null };
  await layOutTree(stores, all);
}
