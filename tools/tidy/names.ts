import type { Finding } from "./source.ts";

const EMPTY_WORDS = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "manager",
  "data",
  "info",
]);

/** The last word of a name says what the thing is; before it, as in `data-folder`, any word may. */
export function checkNames(path: string): Finding[] {
  const found = path
    .split("/")
    .map((part) => part.split(".", 1)[0]?.split("-").at(-1) ?? "")
    .filter((word) => EMPTY_WORDS.has(word.toLowerCase()))
    .map((word) => `\`${word}\` in a path says nothing; name the thing by its word in GLOSSARY`);
  if (/\/index\.tsx?$/.test(path) && !/^packages\/[^/]+\/src\/index\.tsx?$/.test(path)) {
    found.push("index.ts stands only at packages/<name>/src; import the file itself");
  }
  if (/\.tsx?$/.test(path) && /[A-Z_]/.test(path.split("/").at(-1) ?? "")) {
    found.push("file names are in kebab-case after the main export");
  }
  return found.map((message) => ({ path, line: 1, check: "names", message }));
}
