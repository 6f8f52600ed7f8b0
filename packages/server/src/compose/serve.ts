import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createHttpServer } from "../http/http-server.ts";
import { repeat } from "../jobs/repeat.ts";
import { type AppOptions, composeApp } from "./app.ts";
import type { Platform } from "./platform.ts";

/** An acknowledged act is provable within a second and a half; most of that is this pause. */
const PUBLISH_EVERY_MS = 500;

export type ServeOptions = AppOptions & {
  host: string;
  port: number;
};

export type RunningServer = { url: string; close(): Promise<void> };

const PORTAL = resolve(import.meta.dirname, "../../../web/dist");

export function builtPortal(): string | null {
  return existsSync(join(PORTAL, "index.html")) ? PORTAL : null;
}

/** Serves HTTP and publishes the logs until closed. The platform stays the caller's. */
export async function serve(platform: Platform, options: ServeOptions): Promise<RunningServer> {
  const app = await composeApp(platform, options);
  const server = await createHttpServer(app);
  const publishing = repeat(
    () => platform.publisher.publish(),
    PUBLISH_EVERY_MS,
    (fault) => console.error("publishing failed; trying again", fault),
  );
  try {
    await server.listen({ host: options.host, port: options.port });
  } catch (error) {
    await server.close();
    await publishing.stop();
    throw error;
  }
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return {
    url: `http://${options.host}:${port}`,
    async close() {
      await server.close();
      await publishing.stop();
    },
  };
}
