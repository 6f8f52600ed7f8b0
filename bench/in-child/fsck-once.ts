import { rmSync } from "node:fs";
import { fsckPlatform, openPlatform } from "@suzheng/server";
import { socketFolder } from "../installations/temporary-platforms.ts";
import { peakMemory } from "../process-usage.ts";

/** A process that does only this: check the installation it is told of. */

export type FsckOnce = Awaited<ReturnType<typeof fsckPlatform>> & {
  peakBytes: number;
  /** Processor time of all its threads while checking, without PostgreSQL's. */
  processorSeconds: number;
};

async function fsckOnce(dataFolder: string): Promise<FsckOnce> {
  const platform = await openPlatform({ dataFolder });
  const before = process.cpuUsage();
  const report = await fsckPlatform(platform);
  const { user, system } = process.cpuUsage(before);
  const peakBytes = peakMemory();
  await platform.close();
  for (const path of socketFolder(platform)) rmSync(path, { recursive: true, force: true });
  return { ...report, peakBytes, processorSeconds: (user + system) / 1e6 };
}

process.once("message", async (dataFolder: string) => {
  // Leaving before the report is written would lose it.
  process.send?.(await fsckOnce(dataFolder), () => process.disconnect());
});
