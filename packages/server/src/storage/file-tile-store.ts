import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { TileStore } from "../application/tile-store.ts";

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

async function readOrNull(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Tiles below one folder. They can be made again from the entries, so they are not fsynced: after a
 * power cut the publisher compares and lays them out anew. Each file appears whole, by rename.
 */
export function fileTileStore(folder: string): TileStore {
  let written = 0;
  async function write(file: string, bytes: Uint8Array): Promise<void> {
    const temporary = `${file}.${process.pid}.${written++}.tmp`;
    try {
      await writeFile(temporary, bytes);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(temporary, bytes);
    }
    await rename(temporary, file);
  }
  return {
    async create(path, bytes) {
      const file = join(folder, path);
      const present = await readOrNull(file);
      const begun = present === null ? 0 : present.length;
      const isBeginning =
        present === null || Buffer.compare(present, bytes.subarray(0, begun)) === 0;
      if (!isBeginning || begun > bytes.length) return "conflict";
      if (begun < bytes.length || present === null) await write(file, bytes);
      return "in-place";
    },
    dropPartials: (path) => rm(join(folder, `${path}.p`), { recursive: true, force: true }),
    replace: (path, bytes) => write(join(folder, path), bytes),
    read: (path) => readOrNull(join(folder, path)),
  };
}
