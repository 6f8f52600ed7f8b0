import { ENTRY_BYTES_MAX } from "@suzheng/merkle";
import { canonicalJson, canonicalPart, type JsonValue, NotEncodable } from "./canonical-json.ts";
import { malformed, type Parsed, parsing } from "./parsed.ts";
import {
  readAnyObject,
  readCount,
  readDate,
  readInstant,
  readJson,
  readList,
  readLiteral,
  readObject,
  readPositive,
  readText,
  readUrlHash,
} from "./shape.ts";

export const ENTRY_FORMAT = "suzheng-entry/1";

export type VerdictOutcome = "met" | "not-met" | "not-applicable" | "cannot-tell";

/** What one version of a rule pack said about the act. */
export type Judged = {
  pack: string;
  version: string;
  verdicts: readonly {
    requirement: string;
    clause: string;
    outcome: VerdictOutcome;
    facts: { readonly [name: string]: JsonValue };
  }[];
};

/** One act, docs/formats/entry.md. Its canonical bytes are a leaf of the institution's log. */
export type Entry = {
  format: typeof ENTRY_FORMAT;
  /** Institution id; the name of the log. */
  log: string;
  stream: string;
  /** Place within the stream, from 1. */
  version: number;
  /**
   * The stream's entry before this one: its index and leaf hash (base64url); null for version 1.
   */
  previous: { index: number; hash: string } | null;
  type: string;
  /** Version of this event type's data, from 1. */
  schema: number;
  /** Calendar date, said by the actor. */
  occurredOn: string;
  /** Instant in UTC with milliseconds, said by the log. */
  recordedAt: string;
  submitter: string;
  /** Never personal data. */
  data: { readonly [name: string]: JsonValue };
  /** By name, base64url of the salted hash; opened by a disclosure. */
  commitments?: { readonly [name: string]: string };
  judged?: readonly Judged[];
};

const NAMES = [
  ...["format", "log", "stream", "version", "previous", "type", "schema", "occurredOn"],
  ...["recordedAt", "submitter", "data", "commitments?", "judged?"],
];
const OUTCOMES: readonly string[] = ["met", "not-met", "not-applicable", "cannot-tell"];

/**
 * The canonical text; its UTF-8 bytes are what is stored and hashed. Throws NotEncodable when the
 * values cannot be recorded (code says why), and on an entry of a wrong shape.
 */
export function encodeEntry(entry: Entry): string {
  const shaped = parsing(() => readEntry(entry));
  if (shaped.outcome === "malformed") throw new NotEncodable("not-json", shaped.detail.en);
  return withinLimit(canonicalJson(entry as unknown as JsonValue)); // shape checked above
}

/** What an entry says of its act, in canonical text, before the act has a place in the log. */
export type EntryBody = { readonly data: string; readonly judged: string | null };

/** Throws NotEncodable as `encodeEntry` does. */
export function encodeBody({ data, judged = [] }: Pick<Entry, "data" | "judged">): EntryBody {
  const shaped = parsing(() => {
    readAnyObject(data, "data");
    readList(judged, "judged", readJudged);
  });
  if (shaped.outcome === "malformed") throw new NotEncodable("not-json", shaped.detail.en);
  return {
    data: canonicalPart(data, 1),
    judged: judged.length === 0 ? null : canonicalPart(judged as unknown as JsonValue, 1),
  };
}

export type EntryHead = Omit<Entry, "format" | "data" | "judged">;

/** The text that `encodeEntry` writes of head and body together. */
export function joinEntry(head: EntryHead, { data, judged }: EntryBody): string {
  const shaped = parsing(() => readHead(head));
  if (shaped.outcome === "malformed") throw new NotEncodable("not-json", shaped.detail.en);
  const { commitments, log, ...rest } = head;
  const before = commitments === undefined ? "" : `"commitments":${canonicalJson(commitments)},`;
  const between = judged === null ? "" : `"judged":${judged},`;
  // In the order of RFC 8785: commitments, data, format, judged, log, and what comes after them.
  return withinLimit(
    `{${before}"data":${data},"format":"${ENTRY_FORMAT}",${between}"log":${canonicalJson(log)},` +
      canonicalJson(rest).slice(1),
  );
}

/** Strict: only text that `encodeEntry` writes is an entry. */
export function parseEntry(text: string): Parsed<Entry> {
  return parsing(() => {
    const value = readCanonical(text);
    readEntry(value);
    return value as Entry; // checked field by field
  });
}

/** Parsed JSON that is canonical and within the limit of an entry. */
export function readCanonical(text: string): unknown {
  if (text.length > ENTRY_BYTES_MAX) {
    malformed({ zh: "超过 65,535 字节", en: "longer than 65,535 bytes" });
  }
  const value = readJson(text);
  try {
    if (withinLimit(canonicalJson(value as JsonValue)) === text) return value; // JSON by parsing
  } catch (error) {
    if (!(error instanceof NotEncodable)) throw error;
    malformed({ zh: `不能作为记录：${error.code}`, en: `cannot be an entry: ${error.code}` });
  }
  return malformed({ zh: "不是规范形式的 JSON（RFC 8785）", en: "not canonical JSON (RFC 8785)" });
}

export function withinLimit(text: string): string {
  // A UTF-16 unit takes at most three bytes of UTF-8, so short texts need no counting.
  if (text.length * 3 > ENTRY_BYTES_MAX) {
    const length = new TextEncoder().encode(text).length;
    if (length > ENTRY_BYTES_MAX) {
      throw new NotEncodable("too-long", `an entry of ${length} bytes is over ${ENTRY_BYTES_MAX}`);
    }
  }
  return text;
}

function readEntry(value: unknown): void {
  const entry = readObject(value, "entry", NAMES);
  readLiteral(entry.format, "format", ENTRY_FORMAT);
  readHead(entry);
  readAnyObject(entry.data, "data");
  if (entry.judged !== undefined) readList(entry.judged, "judged", readJudged);
}

function readHead(entry: { readonly [Name in keyof EntryHead]?: unknown }): void {
  readText(entry.log, "log");
  readText(entry.stream, "stream");
  const version = readPositive(entry.version, "version");
  readPrevious(entry.previous, version);
  readText(entry.type, "type");
  readPositive(entry.schema, "schema");
  readDate(entry.occurredOn, "occurredOn");
  readInstant(entry.recordedAt, "recordedAt");
  readText(entry.submitter, "submitter");
  if (entry.commitments !== undefined) readCommitments(entry.commitments);
}

function readPrevious(value: unknown, version: number): void {
  if ((value === null) !== (version === 1)) {
    malformed({
      zh: "`previous` 仅在第 1 版时为 null",
      en: "`previous` is null for version 1 and only then",
    });
  }
  if (value === null) return;
  const previous = readObject(value, "previous", ["index", "hash"]);
  readCount(previous.index, "previous.index");
  readUrlHash(previous.hash, "previous.hash");
}

function readCommitments(value: unknown): void {
  for (const [name, hash] of Object.entries(readAnyObject(value, "commitments"))) {
    readText(name, "commitments");
    readUrlHash(hash, `commitments.${name}`);
  }
}

function readJudged(value: unknown, where: string): void {
  const judged = readObject(value, where, ["pack", "version", "verdicts"]);
  readText(judged.pack, `${where}.pack`);
  readText(judged.version, `${where}.version`);
  readList(judged.verdicts, `${where}.verdicts`, readVerdict);
}

function readVerdict(value: unknown, where: string): void {
  const verdict = readObject(value, where, ["requirement", "clause", "outcome", "facts"]);
  readText(verdict.requirement, `${where}.requirement`);
  readText(verdict.clause, `${where}.clause`);
  readAnyObject(verdict.facts, `${where}.facts`);
  if (!OUTCOMES.includes(String(verdict.outcome))) {
    malformed({
      zh: `\`${where}.outcome\` 应为 ${OUTCOMES.join("、")} 之一`,
      en: `\`${where}.outcome\` should be one of ${OUTCOMES.join(", ")}`,
    });
  }
}
