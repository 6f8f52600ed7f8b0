import type { LogKeys } from "../application/ledger/log-keys.ts";
import type { TileStore } from "../application/ledger/tile-store.ts";
import { originOf, vkeyOf } from "./sign-checkpoint.ts";

/** The list of all logs' verification keys, docs/formats/checkpoint.md; also its path in URLs. */
export const VKEYS_FILE = "log/vkeys";

/** Name, key id, then the type with 32 bytes of key, as `formatVkey` writes them. */
const LINE = /^([^+]+)\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/;

/**
 * Verification keys as published, by the origin of their log. A line that a power cut tore is left
 * out.
 */
export async function readPublishedKeys(
  tiles: Pick<TileStore, "read">,
): Promise<Map<string, string>> {
  const bytes = await tiles.read(VKEYS_FILE);
  const vkeys = new Map<string, string>();
  const text = Buffer.from(bytes ?? []).toString("utf8");
  for (const line of text.split("\n")) {
    const [, origin] = LINE.exec(line) ?? [];
    if (origin !== undefined) vkeys.set(origin, line);
  }
  return vkeys;
}

type Publishing = { tiles: TileStore; keys: LogKeys; origin: string };

/** Adds the keys of these logs to the list. What stands there is never replaced. */
export async function publishKeys(parts: Publishing, logs: Iterable<string>): Promise<void> {
  const vkeys = await readPublishedKeys(parts.tiles);
  const before = vkeys.size;
  for (const log of logs) {
    const origin = originOf(parts.origin, log);
    if (vkeys.has(origin)) continue;
    const vkey = await vkeyOf(parts, log);
    if (vkey !== null) vkeys.set(origin, vkey);
  }
  if (vkeys.size === before) return;
  const text = [...vkeys.values()].sort().map((vkey) => `${vkey}\n`);
  await parts.tiles.replace(VKEYS_FILE, Buffer.from(text.join("")));
}
