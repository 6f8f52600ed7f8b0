import type { Sha256 } from "@suzheng/merkle";
import { toHex } from "../base64.ts";
import { malformed, type Parsed, parsedPart, parsing } from "../parsed.ts";
import { parseVkey, SIGNATURE_TYPE, type VerificationKey } from "./verification-key.ts";

/** Who has to have cosigned: one witness by name, or so many of the members. */
export type Quorum =
  | { kind: "none" }
  | { kind: "witness"; key: VerificationKey }
  | { kind: "group"; threshold: number; members: readonly Quorum[] };

/** C2SP tlog-policy: the keys and the quorum that an offline verifier pins. */
export type TlogPolicy = {
  /** A log's key is named like its origin. */
  logs: readonly VerificationKey[];
  witnesses: readonly VerificationKey[];
  quorum: Quorum;
};

const CONTROL = /[\p{Cc}--[\t\n]]/v;

type Draft = {
  sha256: Sha256;
  logs: VerificationKey[];
  witnesses: VerificationKey[];
  named: Map<string, Quorum>;
  members: Set<string>;
  quorum: Quorum | null;
};

/** Strict: every line is known, every name defined before its use and a member once at most. */
export function parseTlogPolicy(sha256: Sha256, text: string): Parsed<TlogPolicy> {
  return parsing(() => {
    if (CONTROL.test(text)) bad("含有控制字符", "has a control character");
    const draft: Draft = {
      ...{ sha256, logs: [], witnesses: [], quorum: null },
      ...{ named: new Map(), members: new Set() },
    };
    for (const line of text.split("\n")) {
      const words = line.split(/[ \t]+/).filter((word) => word !== "");
      if (words.length > 0 && words[0]?.startsWith("#") === false) readLine(draft, words);
    }
    const { logs, witnesses, quorum } = draft;
    return { logs, witnesses, quorum: quorum ?? bad("缺少 quorum 行", "has no quorum line") };
  });
}

/** Whether cosignatures by these keys are enough. */
export function quorumReached(quorum: Quorum, cosigners: readonly VerificationKey[]): boolean {
  switch (quorum.kind) {
    case "none":
      return true;
    case "witness":
      return cosigners.includes(quorum.key);
    case "group": {
      const reached = quorum.members.filter((member) => quorumReached(member, cosigners));
      return reached.length >= quorum.threshold;
    }
  }
}

function readLine(draft: Draft, [keyword = "", ...words]: string[]): void {
  const reader = READERS.get(keyword);
  if (reader === undefined)
    bad(`中有未知的行 \`${keyword}\``, `has an unknown line \`${keyword}\``);
  reader(draft, words);
}

const READERS = new Map([
  ["log", readLog],
  ["witness", readWitness],
  ["group", readGroup],
  ["quorum", readQuorumLine],
]);

function readLog(draft: Draft, [vkey = "", ...url]: string[]): void {
  if (url.length > 1) bad("的 log 行过长", "has a log line that is too long");
  draft.logs.push(readKey(draft, vkey, { type: SIGNATURE_TYPE.ed25519, among: draft.logs }));
}

function readWitness(draft: Draft, [name = "", vkey = "", ...url]: string[]): void {
  if (url.length > 1) bad("的 witness 行过长", "has a witness line that is too long");
  const wanted = { type: SIGNATURE_TYPE.cosignature, among: draft.witnesses };
  const key = readKey(draft, vkey, wanted);
  draft.witnesses.push(key);
  define(draft, name, { kind: "witness", key });
}

function readGroup(draft: Draft, [name = "", count = "", ...names]: string[]): void {
  if (!/^(all|any|[1-9]\d{0,2})$/.test(count)) bad("的门限不对", "has a bad threshold");
  const threshold = count === "all" ? names.length : count === "any" ? 1 : Number(count);
  if (names.length === 0 || threshold > names.length) bad("的门限不对", "has a bad threshold");
  const members = names.map((member) => {
    if (draft.members.has(member))
      bad(`中 \`${member}\` 重复`, `has \`${member}\` as member twice`);
    draft.members.add(member);
    return defined(draft, member);
  });
  define(draft, name, { kind: "group", threshold, members });
}

function readQuorumLine(draft: Draft, [name = "", ...rest]: string[]): void {
  if (draft.quorum !== null || rest.length > 0) bad("的 quorum 行不对", "has a bad quorum line");
  draft.quorum = name === "none" ? { kind: "none" } : defined(draft, name);
}

function define(draft: Draft, name: string, quorum: Quorum): void {
  if (name === "" || name === "none" || draft.named.has(name)) {
    bad(`中名称 \`${name}\` 不可用`, `cannot define the name \`${name}\``);
  }
  draft.named.set(name, quorum);
}

const defined = (draft: Draft, name: string): Quorum =>
  draft.named.get(name) ?? bad(`中 \`${name}\` 未定义`, `has no \`${name}\` before its use`);

function readKey(
  { sha256 }: Draft,
  vkey: string,
  { type, among }: { type: number; among: readonly VerificationKey[] },
): VerificationKey {
  const key = parsedPart("policy", parseVkey(sha256, vkey));
  if (key.type !== type) bad(`中密钥类型不对 \`${vkey}\``, `has a key of a wrong type \`${vkey}\``);
  const same = among.some(({ publicKey }) => toHex(publicKey) === toHex(key.publicKey));
  return same ? bad(`中密钥重复 \`${vkey}\``, `has a key twice \`${vkey}\``) : key;
}

function bad(zh: string, en: string): never {
  malformed({ zh: `策略文件${zh}`, en: `the policy ${en}` });
}
