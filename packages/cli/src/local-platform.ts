import { openPlatform, type Platform, type PlatformOptions } from "@suzheng/server";

/** Folder and database of this machine's installation, from the environment. */
export function platformOptions() {
  const { SUZHENG_DATA, DATABASE_URL, SUZHENG_ORIGIN } = process.env;
  return {
    dataFolder: SUZHENG_DATA || "./data",
    databaseUrl: DATABASE_URL || undefined,
    origin: SUZHENG_ORIGIN || undefined,
  };
}

/**
 * Opens the installation for one command; what the command recorded is published before it is
 * closed.
 */
export async function withPlatform<T>(
  work: (platform: Platform) => Promise<T>,
  more: Pick<PlatformOptions, "alarm"> = {},
): Promise<T> {
  const platform = await openPlatform({ ...platformOptions(), ...more });
  try {
    return await work(platform);
  } finally {
    await platform.close();
  }
}
