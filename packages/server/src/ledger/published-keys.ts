import { parseVkey } from "@suzheng/log-format";
import type { LogKeys } from "../application/ledger/log-keys.ts";
import type { TileStore } from "../application/ledger/tile-store.ts";
import { sha256 } from "./sha256.ts";
import { originOf, vkeyOf } from "./sign-checkpoint.ts";

/** The list of all logs' verification keys, docs/formats/checkpoint.md; also its path in URLs. */
export const VKEYS_FILE = "log/vkeys";

/** Verification keys as published, by the origin of their log. A torn line is left out. */
export async function readPublishedKeys(
  tiles: Pick<TileStore, "read">,
): Promise<Map<string, string>> {
  const bytes = await tiles.read(VKEYS_FILE);
  const vkeys = new Map<string, string>();
  for (const line of Buffer.from(bytes ?? [])
    .toString("utf8")
    .split("\n")) {
    const parsed = parseVkey(sha256, line);
    if (parsed.outcome === "parsed") vkeys.set(parsed.value.name, line);
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
    if (!vkeys.has(origin)) vkeys.set(origin, await vkeyOf(parts, log));
  }
  if (vkeys.size === before) return;
  const text = [...vkeys.values()].sort().map((vkey) => `${vkey}\n`);
  await parts.tiles.replace(VKEYS_FILE, Buffer.from(text.join("")));
}
