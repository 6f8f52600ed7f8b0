import { randomUUID } from "node:crypto";
import { link, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

type Content = string | Uint8Array;

/**
 * Writes a file so that it survives a power cut: temporary, fsync, rename, fsync of the folder. Of
 * several who write at once the last stays, whole.
 */
export const writeDurably = (file: string, content: Content): Promise<void> =>
  throughTemporary(file, content, (temporary) => rename(temporary, file));

/**
 * The same for a file that is written once: of several who create it, also in other processes, one
 * does. False when it was there; what it holds is then whole.
 */
export const createDurably = (file: string, content: Content): Promise<boolean> =>
  throughTemporary(file, content, async (temporary) => {
    try {
      await link(temporary, file);
      return true;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
      throw error;
    }
  });

async function throughTemporary<T>(
  file: string,
  content: Content,
  put: (temporary: string) => Promise<T>,
): Promise<T> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  // No process id: servers in containers that share the folder may have the same.
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await syncedFile(temporary, content);
    const done = await put(temporary);
    await syncFolder(folder);
    return done;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function syncedFile(file: string, content: Content): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
