import type { Hash, Sha256 } from "@suzheng/merkle";
import { canonicalJson, type JsonValue, NotEncodable } from "./canonical-json.ts";
import { readCanonical, withinLimit } from "./entry.ts";
import { malformed, type Parsed, parsing } from "./parsed.ts";
import {
  readCount,
  readHash,
  readInstant,
  readList,
  readLiteral,
  readObject,
  readText,
} from "./shape.ts";

export const DIRECTORY_FORMAT = "suzheng-directory/1";

/** What the directory says about a log. Hashes in padded base64. */
export type LogNote = { log: string; size: number; root: string; mapRoot: string };

/** An entry of the directory log, docs/formats/directory.md. */
export type DirectoryEntry = {
  format: typeof DIRECTORY_FORMAT;
  /** Instant in UTC with milliseconds. */
  notedAt: string;
  /** Root of the map over all logs once these notes are applied. */
  logsRoot: string;
  /** Logs that changed since the entry before. */
  notes: readonly LogNote[];
};

/**
 * The canonical text of the directory's leaf. Throws NotEncodable (`too-long`): split the notes.
 */
export const encodeDirectoryEntry = (entry: DirectoryEntry): string =>
  withinLimit(canonicalJson(entry as unknown as JsonValue)); // plain data

/** Strict, as for entries. */
export function parseDirectoryEntry(text: string): Parsed<DirectoryEntry> {
  return parsing(() => {
    const names = ["format", "notedAt", "logsRoot", "notes"];
    const entry = readObject(readCanonical(text), "directory entry", names);
    return {
      format: readLiteral(entry.format, "format", DIRECTORY_FORMAT),
      notedAt: readInstant(entry.notedAt, "notedAt"),
      logsRoot: readHash(entry.logsRoot, "logsRoot"),
      notes: readList(entry.notes, "notes", readLogNote),
    };
  });
}

export function readLogNote(value: unknown, where: string): LogNote {
  const note = readObject(value, where, ["log", "size", "root", "mapRoot"]);
  return {
    log: readCanonicalText(note.log, `${where}.log`),
    size: readCount(note.size, `${where}.size`),
    root: readHash(note.root, `${where}.root`),
    mapRoot: readHash(note.mapRoot, `${where}.mapRoot`),
  };
}

/** What canonical JSON can hold: in NFC, no NUL, no half of a pair. */
function readCanonicalText(value: unknown, where: string): string {
  const text = readText(value, where);
  try {
    canonicalJson(text);
    return text;
  } catch (error) {
    if (!(error instanceof NotEncodable)) throw error;
    return malformed({
      zh: `\`${where}\` 不能写成规范文本`,
      en: `\`${where}\` has no canonical text`,
    });
  }
}

/** The value of a log in the directory's map: SHA-256 of the canonical note. Key: its log id. */
export function logNoteValue(sha256: Sha256, { log, size, root, mapRoot }: LogNote): Hash {
  return sha256(new TextEncoder().encode(canonicalJson({ log, size, root, mapRoot })));
}
