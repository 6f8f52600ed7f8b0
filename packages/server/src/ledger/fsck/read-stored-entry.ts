import { type Entry, parseEntry } from "@suzheng/log-format";
import { isPlainCanonical } from "./plain-canonical.ts";

export type StoredEntryReading = { ok: true; entry: Entry } | { ok: false; because: string };

/**
 * Reads an entry that ought to be canonical, since we wrote it. A text that the native serialiser
 * gives back unchanged and whose names are in order is canonical; only what looks otherwise takes
 * the strict, slower way.
 */
export function readStoredEntry(bytes: Buffer): StoredEntryReading {
  const text = bytes.toString("utf8");
  if (isPlainCanonical(bytes)) {
    const value: unknown = JSON.parse(text);
    if (hasEntryShape(value)) return { ok: true, entry: value };
  }
  const parsed = parseEntry(text);
  return parsed.outcome === "parsed"
    ? { ok: true, entry: parsed.value }
    : { ok: false, because: parsed.detail.en };
}

const NAMES = new Set([
  ...["commitments", "data", "format", "judged", "log", "occurredOn", "previous", "recordedAt"],
  ...["schema", "stream", "submitter", "type", "version"],
]);
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
const INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isPositive = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Never true for what `parseEntry` refuses; false for some rare things that it takes. */
function hasEntryShape(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  for (const name in value) if (!NAMES.has(name)) return false;
  const { log, stream, type, submitter, version, schema, previous } = value;
  return (
    value.format === "suzheng-entry/1" &&
    [log, stream, type, submitter].every(isText) &&
    isPositive(version) &&
    isPositive(schema) &&
    DATE.test(String(value.occurredOn)) &&
    INSTANT.test(String(value.recordedAt)) &&
    isRecord(value.data) &&
    (version === 1 ? previous === null : isPrevious(previous)) &&
    (value.commitments === undefined || hasHashes(value.commitments)) &&
    (value.judged === undefined || (Array.isArray(value.judged) && value.judged.every(isJudged)))
  );
}

function isPrevious(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== 2) return false;
  const { index, hash } = value;
  return Number.isSafeInteger(index) && Number(index) >= 0 && HASH.test(String(hash));
}

function hasHashes(value: unknown): boolean {
  if (!isRecord(value)) return false;
  for (const name in value) if (name === "" || !HASH.test(String(value[name]))) return false;
  return true;
}

const OUTCOMES = new Set<unknown>(["met", "not-met", "not-applicable", "cannot-tell"]);

function isJudged(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== 3) return false;
  const { pack, version, verdicts } = value;
  return isText(pack) && isText(version) && Array.isArray(verdicts) && verdicts.every(isVerdict);
}

function isVerdict(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== 4) return false;
  const { requirement, clause, facts, outcome } = value;
  return isText(requirement) && isText(clause) && isRecord(facts) && OUTCOMES.has(outcome);
}
