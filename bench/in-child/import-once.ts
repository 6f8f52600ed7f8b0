import { rmSync } from "node:fs";
import { openPlatform } from "@suzheng/server";
import { connectBodies, importFiles } from "../installations/sector-reports.ts";
import { socketFolder } from "../installations/temporary-platforms.ts";
import { rawInsert, readEntries } from "../limits/raw-insert.ts";
import { peakMemory, type Use, useOf } from "../process-usage.ts";

/**
 * A process that does only this: import the files it is told of, publishing as the command does.
 */

const PUBLISH_EVERY_MS = 5_000;
/** More rows than the import hands to one append: the raw insert has it easier. */
const RAW_BATCH = 1000;
/** Entries that the raw insert is measured with. */
const RAW_ENTRIES_FROM_INDEX = 2000;
const RAW_ENTRIES_MAX = 50_000;

export type ImportOrder = {
  dataFolder: string;
  folder: string;
  files: readonly string[];
  institutions: Parameters<typeof connectBodies>[1];
};

export type ImportReport = {
  use: Use;
  publishSeconds: number;
  recorded: number;
  rejected: number;
  peakBytes: number;
  rawPerSecond: number;
};

async function importOnce(order: ImportOrder): Promise<ImportReport> {
  const { dataFolder, folder, files } = order;
  const platform = await openPlatform({ dataFolder });
  await connectBodies(platform, order.institutions);
  let publishing: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    publishing ??= platform.publisher.publish().finally(() => {
      publishing = null;
    });
  }, PUBLISH_EVERY_MS);
  const { result, use } = await useOf(dataFolder, () => importFiles(platform, files, folder));
  const { summary } = result;
  const importedAt = performance.now();
  clearInterval(timer);
  await publishing;
  await platform.publisher.publish();
  const publishedAt = performance.now();
  const peakBytes = peakMemory();
  const rows = await readEntries(platform, RAW_ENTRIES_FROM_INDEX, RAW_ENTRIES_MAX);
  const raw = { batch: RAW_BATCH, connections: 1 };
  const rawPerSecond = rows.length / (await rawInsert(platform, rows, raw)).seconds;
  await platform.close();
  for (const path of socketFolder(platform)) rmSync(path, { recursive: true, force: true });
  return {
    use,
    publishSeconds: (publishedAt - importedAt) / 1000,
    recorded: summary.recorded,
    rejected: summary.rejected,
    peakBytes,
    rawPerSecond,
  };
}

process.once("message", async (order: ImportOrder) => {
  // Leaving before the report is written would lose it.
  process.send?.(await importOnce(order), () => process.disconnect());
});
