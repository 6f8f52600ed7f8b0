import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { TileStore } from "../application/ledger/tile-store.ts";

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

async function readOrNull(file: string, memory?: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await (memory === undefined ? readFile(file) : readInto(file, memory));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Waits for the file on this thread: who reads thousands of small files one after the other pays
 * more for handing each step to another thread than for the step.
 */
function readInto(file: string, memory: Uint8Array): Uint8Array {
  const opened = openSync(file, "r");
  try {
    const length = fill(opened, memory);
    return length < memory.length ? memory.subarray(0, length) : readFileSync(file);
  } finally {
    closeSync(opened);
  }
}

/** Bytes that were read until the end of the file or of the memory. */
function fill(file: number, memory: Uint8Array): number {
  for (let at = 0; ; ) {
    const bytesRead = readSync(file, memory, at, memory.length - at, at);
    at += bytesRead;
    if (bytesRead === 0 || at === memory.length) return at;
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
    read: (path, memory) => readOrNull(join(folder, path), memory),
  };
}
