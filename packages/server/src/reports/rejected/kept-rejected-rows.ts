import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { CodedError } from "../../application/coded-error.ts";
import type { ReportFiles } from "../../application/imports/import-runs.ts";
import type { RejectedRows } from "../../application/persons/rejected-rows.ts";

/** Below the folder, in a folder for each import. */
export function keptRejectedRows(
  folder: string,
  reportFiles: Pick<ReportFiles, "open">,
): RejectedRows {
  return {
    async naming(imports, words) {
      const found: string[] = [];
      for (const id of imports) {
        for (const name of await namesIn(join(folder, id))) {
          const path = join(folder, id, name);
          if (await names(reportFiles, { name, path }, words)) found.push(path);
        }
      }
      return found;
    },
    async remove(paths) {
      for (const path of paths) await rm(path, { force: true });
    },
  };
}

/** An import without rejected rows may have no folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

async function names(
  reportFiles: Pick<ReportFiles, "open">,
  file: { name: string; path: string },
  words: readonly string[],
): Promise<boolean> {
  const isNaming = (cell: string) => words.some((word) => cell.includes(word));
  try {
    for await (const rows of (await reportFiles.open(file)).rows) {
      if (rows.some(({ original }) => original.some(isNaming))) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof CodedError) return true;
    throw error;
  }
}
