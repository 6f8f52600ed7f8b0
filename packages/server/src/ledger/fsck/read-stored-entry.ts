import { type Entry, parseEntry } from "@suzheng/log-format";

export type StoredEntryReading = { ok: true; entry: Entry } | { ok: false; because: string };

/**
 * Reads an entry that ought to be canonical, since we wrote it. A text that the native serialiser
 * gives back unchanged and whose names are in order is canonical; only what looks otherwise takes
 * the strict, slower way.
 */
export function readStoredEntry(bytes: Buffer): StoredEntryReading {
  const text = bytes.toString("utf8");
  const entry = quickly(text);
  if (entry !== null) return { ok: true, entry };
  const parsed = parseEntry(text);
  return parsed.outcome === "parsed"
    ? { ok: true, entry: parsed.value }
    : { ok: false, because: parsed.detail.en };
}

/** Null when in doubt. */
function quickly(text: string): Entry | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!hasSortedNames(value) || text.includes("\\u0000")) return null;
  if (JSON.stringify(value) !== text || text.normalize("NFC") !== text) return null;
  return hasEntryShape(value) ? value : null;
}

function hasSortedNames(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value) || !Number.isInteger(value);
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedNames);
  let last = "";
  for (const name in value) {
    if (name < last) return false;
    last = name;
    if (!hasSortedNames((value as Record<string, unknown>)[name])) return false;
  }
  return true;
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
