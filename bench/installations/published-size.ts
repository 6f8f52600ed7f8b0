import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDirectoryEntry } from "@suzheng/log-format";
import type { Platform } from "@suzheng/server";

/** Watches the signed directory checkpoint that is served: up to which size it covers one log. */
export function publishedSizeOf(platform: Platform, institution: string): () => Promise<number> {
  const file = join(platform.dataFolder, "public", "log", "directory", "checkpoint");
  let seen = "";
  let covered = 0;
  return async () => {
    const checkpoint = readFileSync(file, "utf8");
    if (checkpoint === seen) return covered;
    seen = checkpoint;
    // Second line of a checkpoint: the size, C2SP tlog-checkpoint.
    const size = Number(checkpoint.split("\n", 2)[1]);
    for (const { entry } of await platform.logs.entries("directory", size - 1, size)) {
      const parsed = parseDirectoryEntry(entry);
      if (parsed.outcome === "malformed") throw new Error(parsed.detail.en);
      const note = parsed.value.notes.find(({ log }) => log === institution);
      covered = Math.max(covered, note?.size ?? 0);
    }
    return covered;
  };
}
