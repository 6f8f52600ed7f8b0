import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createHttpServer } from "../http/http-server.ts";
import { removeOldSignIns } from "../jobs/remove-old-sign-ins.ts";
import { type Repeating, repeat } from "../jobs/repeat.ts";
import { fillInitials } from "../postgres/certificates/fill-initials.ts";
import { type AppOptions, composeApp } from "./app.ts";
import type { Platform } from "./platform.ts";
import { sweepPlatform } from "./sweep.ts";

/** An acknowledged act is provable within a second and a half; most of that is this pause. */
const PUBLISH_EVERY_MS = 500;
/** New acts and a new day show in the inbox within a minute. */
const SWEEP_EVERY_MS = 60_000;
/** Records are kept for days; an hour more harms nobody. */
const FORGET_EVERY_MS = 3_600_000;
/** At once, and again only in case it failed. */
const FILL_EVERY_MS = 3_600_000;

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
  const sweeping = repeatStoppably(
    (isStopped) => sweepPlatform(platform, { isStopped }),
    SWEEP_EVERY_MS,
    (fault) => console.error("sweeping obligations failed; trying again", fault),
  );
  const filling = repeatStoppably(
    (isStopped) => fillInitials(platform.database, { isStopped }),
    FILL_EVERY_MS,
    (fault) => console.error("initials of holders were not filled; trying again", fault),
  );
  const forgetting = repeat(
    () => removeOldSignIns(platform.accounts),
    FORGET_EVERY_MS,
    (fault) => console.error("old sign-ins were not removed; trying again", fault),
  );
  const stop = async () => {
    await server.close();
    await Promise.all([
      publishing.stop(),
      sweeping.stop(),
      filling.stop(),
      forgetting.stop(),
      app.whatIf.runs.close(),
    ]);
  };
  try {
    await server.listen({ host: options.host, port: options.port });
  } catch (error) {
    await stop();
    throw error;
  }
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return {
    url: `http://${options.host}:${port}`,
    close: stop,
  };
}

/** As `repeat`; work that takes long ends early when it is to stop. */
function repeatStoppably(
  work: (isStopped: () => boolean) => Promise<unknown>,
  everyMs: number,
  onFault: (fault: unknown) => void,
): Repeating {
  let isStopping = false;
  const repeating = repeat(() => work(() => isStopping), everyMs, onFault);
  return {
    stop() {
      isStopping = true;
      return repeating.stop();
    },
  };
}
