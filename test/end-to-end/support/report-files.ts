import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The simulator's own table of bodies, beside the official tables. */
const INSTITUTIONS = "0-institutions.csv";

/** Paths of the official tables in a folder of the simulator, as a shell lists them. */
export const reportsIn = (folder: string): string[] =>
  filesIn(folder).filter((path) => !path.endsWith(INSTITUTIONS));

/** Paths of the files in a folder, as a shell lists them. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

/** The sheet of a CSV file; enough for what the simulator and the rejected files contain. */
export function readSheet(file: string): string[][] {
  const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  const lines = text.split(/\r?\n/).filter((line) => line !== "");
  return lines.map((line) =>
    [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
    ),
  );
}

export function writeSheet(file: string, rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  writeFileSync(file, `${rows.map(line).join("\r\n")}\r\n`);
}

/** Bytes of a text in GB18030, made by turning the decoder's table round. */
export function encodeGb18030(text: string): Buffer {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const bytes = Buffer.from([lead, trail]);
      codes.set(decoder.decode(bytes), bytes);
    }
  }
  const encoded = [...text].map((character) => {
    if (character <= "\x7f") return Buffer.from(character);
    const bytes = codes.get(character);
    if (bytes === undefined) throw new Error(`no GB18030 code for \`${character}\``);
    return bytes;
  });
  return Buffer.concat(encoded);
}

/**
 * Sizes of the logs as their signed checkpoints say, by log. Without the directory's, which also
 * grows by itself when a minute has passed.
 */
export function publishedSizes(data: string): Record<string, number> {
  const logs = join(data, "public", "log");
  // Beside them stands the file of all their keys.
  const folders = readdirSync(logs, { withFileTypes: true }).filter((one) => one.isDirectory());
  const bodies = folders.filter(({ name }) => name !== "directory");
  const sizes = bodies.map(({ name: log }) => {
    const [, size] = readFileSync(join(logs, log, "checkpoint"), "utf8").split("\n");
    return [log, Number(size)] as const;
  });
  return Object.fromEntries(sizes);
}
