import { parseEntry } from "@suzheng/log-format";
import { type PlainEntry, readPlainEntry } from "./plain-entry.ts";

export type StoredEntryReading = { ok: true; entry: PlainEntry } | { ok: false; because: string };

/**
 * An entry that ought to be canonical, since we wrote it; only what looks otherwise takes the
 * strict way.
 */
export function readStoredEntry(bytes: Buffer): StoredEntryReading {
  const plain = readPlainEntry(bytes);
  if (plain !== null) return { ok: true, entry: plain };
  const parsed = parseEntry(bytes.toString("utf8"));
  if (parsed.outcome !== "parsed") return { ok: false, because: parsed.detail.en };
  const entry = parsed.value;
  // Names keep the order of the text, which is canonical.
  return { ok: true, entry: { ...entry, dataBytes: Buffer.from(JSON.stringify(entry.data)) } };
}
