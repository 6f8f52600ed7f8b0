import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPlatform, type Platform } from "@suzheng/server";

export type TemporaryPlatforms = {
  folder(): string;
  /** An empty installation with a PostgreSQL of its own. */
  open(options?: { now?: () => string }): Promise<Platform>;
  /** One that was closed. */
  reopen(dataFolder: string): Promise<Platform>;
  /** Closes what is open, the newest first, and removes every folder. */
  close(): Promise<void>;
};

/** The embedded PostgreSQL keeps its socket outside the folder of the installation. */
export function socketFolder(platform: Platform): string[] {
  const [, host] = /[?&]host=([^&]+)/.exec(platform.pool.options.connectionString ?? "") ?? [];
  return host === undefined ? [] : [decodeURIComponent(host)];
}

/** Installations that exist for one group of figures. */
export function temporaryPlatforms(): TemporaryPlatforms {
  const folders: string[] = [];
  const open: Platform[] = [];
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), "suzheng-bench-"));
    folders.push(path);
    return path;
  };
  async function opened(options: Parameters<typeof openPlatform>[0]): Promise<Platform> {
    const platform = await openPlatform(options);
    open.push(platform);
    folders.push(...socketFolder(platform));
    let closed: Promise<void> | undefined;
    const close = platform.close;
    platform.close = () => {
      closed ??= close();
      return closed;
    };
    return platform;
  }
  return {
    folder,
    open: (options = {}) => opened({ dataFolder: join(folder(), "data"), ...options }),
    reopen: (dataFolder) => opened({ dataFolder }),
    async close() {
      for (const platform of open.reverse()) await platform.close();
      for (const path of folders) await rm(path, { recursive: true, force: true });
    },
  };
}
