import { type Finding, isTest } from "./source.ts";

export const FILES_MAX = 20;

/**
 * Folders with more files of code than anybody looks through; tests stand beside what they test.
 */
export function checkFolders(paths: readonly string[]): Finding[] {
  const code = paths.filter((path) => /\.tsx?$/.test(path) && !isTest(path));
  const folders = Map.groupBy(code, (path) => path.slice(0, path.lastIndexOf("/")));
  return [...folders]
    .filter(([, files]) => files.length > FILES_MAX)
    .map(([path, { length }]) => ({
      path,
      line: 1,
      check: "folder-files",
      size: length,
      message: `${length} files, limit ${FILES_MAX}; which of them belong together?`,
    }));
}
