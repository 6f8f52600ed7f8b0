import type { Sha256 } from "@suzheng/merkle";
import { parseVkey, SIGNATURE_TYPE } from "./c2sp/verification-key.ts";
import { malformed, type Parsed, parsedPart, parsing } from "./parsed.ts";
import { readCount, readJson, readList, readLiteral, readObject, readText } from "./shape.ts";

export const TRUST_FORMAT = "suzheng-trust/1";

/** What a verifier pins (`/trust.json`), docs/formats/trust.md. */
export type Trust = {
  format: typeof TRUST_FORMAT;
  directory: { origin: string; vkey: string };
  /** The origin of an institution's log is this prefix and its log id. */
  logs: string;
  /** A bundle needs cosignatures by `quorum` of these; with quorum 0 none. */
  policy: { witnesses: readonly { name: string; vkey: string }[]; quorum: number };
};

export const encodeTrust = (trust: Trust): string => `${JSON.stringify(trust, null, 2)}\n`;

export const logOrigin = (trust: Pick<Trust, "logs">, log: string): string => trust.logs + log;

/** Strict; every key is parsed, each witness named once, the quorum reachable. */
export function parseTrust(sha256: Sha256, text: string): Parsed<Trust> {
  return parsing(() => {
    const names = ["format", "directory", "logs", "policy"];
    const trust = readObject(readJson(text), "trust", names);
    const directory = readObject(trust.directory, "directory", ["origin", "vkey"]);
    const policy = readObject(trust.policy, "policy", ["witnesses", "quorum"]);
    const witnesses = readList(policy.witnesses, "policy.witnesses", (value, where) => {
      const witness = readObject(value, where, ["name", "vkey"]);
      const name = readText(witness.name, `${where}.name`);
      return { name, vkey: readKey(sha256, witness.vkey, { where, type: "cosignature" }) };
    });
    return {
      format: readLiteral(trust.format, "format", TRUST_FORMAT),
      directory: {
        origin: readText(directory.origin, "directory.origin"),
        vkey: readKey(sha256, directory.vkey, { where: "directory", type: "ed25519" }),
      },
      logs: readText(trust.logs, "logs"),
      policy: { witnesses, quorum: readQuorum(policy.quorum, witnesses) },
    };
  });
}

function readKey(
  sha256: Sha256,
  value: unknown,
  { where, type }: { where: string; type: "ed25519" | "cosignature" },
): string {
  const vkey = readText(value, `${where}.vkey`);
  if (parsedPart(where, parseVkey(sha256, vkey)).type !== SIGNATURE_TYPE[type]) {
    malformed({
      zh: `\`${where}.vkey\` 不是 ${type} 密钥`,
      en: `\`${where}.vkey\` is not a key for ${type}`,
    });
  }
  return vkey;
}

function readQuorum(value: unknown, witnesses: readonly { name: string; vkey: string }[]): number {
  const quorum = readCount(value, "policy.quorum");
  const names = new Set(witnesses.map(({ name }) => name));
  const keys = new Set(
    witnesses.map(({ vkey }) => vkey.slice(vkey.indexOf("+", vkey.indexOf("+") + 1))),
  );
  if (names.size < witnesses.length || keys.size < witnesses.length || quorum > witnesses.length) {
    malformed({
      zh: "见证方须各不相同，且不少于法定数",
      en: "witnesses are distinct and at least as many as the quorum",
    });
  }
  return quorum;
}
