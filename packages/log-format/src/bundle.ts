import type { Disclosure } from "./commitment.ts";
import { type LogNote, readLogNote } from "./directory.ts";
import { type MapProofJson, readMapProof } from "./map-proof-json.ts";
import { malformed, type Parsed, parsing } from "./parsed.ts";
import {
  readAnyObject,
  readCount,
  readHash,
  readJson,
  readList,
  readLiteral,
  readObject,
  readText,
} from "./shape.ts";

/** Far above any real history; what is longer is not read. */
export const BUNDLE_CHARACTERS_MAX = 64 * 1024 * 1024;
export const BUNDLE_FORMAT = "suzheng-proof/1";

/** An entry with its place; `inclusion` is leaf to root, padded base64. */
export type ProvenEntry = { index: number; entry: string; inclusion: readonly string[] };

/** Newest entry of the stream, or its absence, with its whole history, oldest first. */
export type BundleStream = {
  stream: string;
  mapProof: MapProofJson;
  events: readonly ProvenEntry[];
};

export type BundleLog = {
  note: LogNote;
  noteProof: MapProofJson;
  streams: readonly BundleStream[];
};

/** `index` says which event, where several of a log carry a commitment of that name. */
export type BundleDisclosure = Disclosure & { log: string; index?: number };

/** Whose history a bundle proves, in the log of which institution. */
export type BundleSubject =
  | { kind: "certificate"; institution: string; number: string }
  | { kind: "rule"; institution: string; rule: string };

/** The proof of a certificate's or rule's history, docs/formats/bundle.md. */
export type Bundle = {
  format: typeof BUNDLE_FORMAT;
  subject: BundleSubject;
  directory: ProvenEntry & { checkpoint: string };
  logs: readonly BundleLog[];
  disclosures: readonly BundleDisclosure[];
};

export const encodeBundle = (bundle: Bundle): string => `${JSON.stringify(bundle, null, 1)}\n`;

/** The stream that a certificate's own acts stand in. */
export const certificateStream = (number: string): string => `certificate/${number}`;

/** The stream that a rule's acts stand in, in the log of the institution whose rule it is. */
export const ruleStream = (rule: string): string => `rule/${rule}`;

/** Checks the structure only; what the bundle says is for the verifier. */
export function parseBundle(text: string): Parsed<Bundle> {
  return parsing(() => {
    if (text.length > BUNDLE_CHARACTERS_MAX) malformed({ zh: "文件过大", en: "it is too long" });
    const names = ["format", "subject", "directory", "logs", "disclosures"];
    const bundle = readObject(readJson(text), "bundle", names);
    const format = readLiteral(bundle.format, "format", BUNDLE_FORMAT);
    const logs = readList(bundle.logs, "logs", readBundleLog);
    refuseRepeats(
      logs.map(({ note }) => note.log),
      "logs",
    );
    return {
      format,
      subject: readSubject(bundle.subject),
      directory: readDirectory(bundle.directory),
      logs,
      disclosures: readList(bundle.disclosures, "disclosures", readDisclosure),
    };
  });
}

function readSubject(value: unknown): BundleSubject {
  if (readAnyObject(value, "subject").kind === "rule") {
    const rule = readObject(value, "subject", ["kind", "institution", "rule"]);
    return {
      kind: "rule",
      institution: readText(rule.institution, "subject.institution"),
      rule: readText(rule.rule, "subject.rule"),
    };
  }
  const certificate = readObject(value, "subject", ["kind", "institution", "number"]);
  return {
    kind: readLiteral(certificate.kind, "subject.kind", "certificate"),
    institution: readText(certificate.institution, "subject.institution"),
    number: readText(certificate.number, "subject.number"),
  };
}

function readDirectory(value: unknown): Bundle["directory"] {
  const names = ["checkpoint", "index", "entry", "inclusion"];
  const { checkpoint, ...proven } = readObject(value, "directory", names);
  return {
    checkpoint: readText(checkpoint, "directory.checkpoint"),
    ...readProvenEntry(proven, "directory"),
  };
}

function readProvenEntry(value: unknown, where: string): ProvenEntry {
  const proven = readObject(value, where, ["index", "entry", "inclusion"]);
  return {
    index: readCount(proven.index, `${where}.index`),
    entry: readText(proven.entry, `${where}.entry`),
    inclusion: readList(proven.inclusion, `${where}.inclusion`, readHash),
  };
}

function readBundleLog(value: unknown, where: string): BundleLog {
  const log = readObject(value, where, ["note", "noteProof", "streams"]);
  const streams = readList(log.streams, `${where}.streams`, readStream);
  refuseRepeats(
    streams.map(({ stream }) => stream),
    `${where}.streams`,
  );
  return {
    note: readLogNote(log.note, `${where}.note`),
    noteProof: readMapProof(log.noteProof, `${where}.noteProof`),
    streams,
  };
}

function readStream(value: unknown, where: string): BundleStream {
  const stream = readObject(value, where, ["stream", "mapProof", "events"]);
  return {
    stream: readText(stream.stream, `${where}.stream`),
    mapProof: readMapProof(stream.mapProof, `${where}.mapProof`),
    events: readList(stream.events, `${where}.events`, readProvenEntry),
  };
}

function readDisclosure(value: unknown, where: string): BundleDisclosure {
  const disclosure = readObject(value, where, ["log", "index?", "name", "value", "salt"]);
  if (typeof disclosure.value !== "string") {
    malformed({ zh: `\`${where}.value\` 应为文字`, en: `\`${where}.value\` should be a text` });
  }
  const index =
    disclosure.index === undefined ? {} : { index: readCount(disclosure.index, `${where}.index`) };
  return {
    log: readText(disclosure.log, `${where}.log`),
    ...index,
    name: readText(disclosure.name, `${where}.name`),
    value: disclosure.value,
    salt: readText(disclosure.salt, `${where}.salt`),
  };
}

function refuseRepeats(names: readonly string[], where: string): void {
  const seen = new Set<string>();
  const repeated = names.find((name) => seen.size === seen.add(name).size);
  if (repeated === undefined) return;
  malformed({
    zh: `\`${where}\` 中 \`${repeated}\` 重复`,
    en: `\`${repeated}\` stands twice in \`${where}\``,
  });
}
