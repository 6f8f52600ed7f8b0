import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedCluster } from "../../packages/server/src/postgres/embedded-cluster.ts";

/** Gives `use` the address of `DATABASE_URL`, or of a private PostgreSQL that is removed after. */
export async function withPostgres<T>(use: (url: string) => Promise<T>): Promise<T> {
  const given = process.env.DATABASE_URL ?? "";
  if (given !== "") return await use(given);
  const folder = mkdtempSync(join(tmpdir(), "suzheng-test-"));
  const cluster = await startEmbeddedCluster(folder, { isThrownAway: true });
  const remove = async (): Promise<void> => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const interrupted = (): void => void remove().finally(() => process.exit(130));
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  try {
    return await use(cluster.connectionString);
  } finally {
    process.off("SIGINT", interrupted);
    process.off("SIGTERM", interrupted);
    await remove();
  }
}
