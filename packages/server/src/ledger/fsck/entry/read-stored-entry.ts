import { type Entry, parseEntry } from "@suzheng/log-format";
import { wholeEvent } from "./event-view.ts";
import type { PlainEntry } from "./plain-entry.ts";

export type StoredEntryReading =
  | { ok: true; entry: Entry; plain: PlainEntry }
  | { ok: false; because: string };

/** The strict way, for an entry that `readPlainEntry` does not take. */
export function readStoredEntry(stored: Buffer): StoredEntryReading {
  const parsed = parseEntry(stored.toString("utf8"));
  if (parsed.outcome !== "parsed") return { ok: false, because: parsed.detail.en };
  const entry = parsed.value;
  const { occurredOn, recordedAt, type, schema, data, commitments } = entry;
  const said = { occurredOn, recordedAt, type, schema, data: wholeEvent(type, data) };
  // Names keep the order of the text, which is canonical.
  const bytes = Buffer.from(JSON.stringify(data));
  const places = { bytes, dataFrom: 0, dataUntil: bytes.length };
  const text = commitments === undefined ? "" : JSON.stringify(commitments);
  return { ok: true, entry, plain: { ...said, ...places, commitments: text } };
}
