import { canonicalJson, type Entry, type JsonValue } from "@suzheng/log-format";
import type { PasskeySignature } from "./passkey-signature.ts";

export const SIGNED_ACT_FORMAT = "suzheng-signed-act/1";

/** Acts that bind somebody: without a signature that holds, they are not what they say. */
export const SIGNED_TYPES: readonly string[] = [
  "RuleFiled",
  "RuleReturned",
  "RuleAccepted",
  "RulePublished",
  "RuleCancelled",
];

export type SignedActHead = Pick<Entry, "log" | "stream" | "version" | "type" | "schema" | "data">;

/**
 * What a person signs, docs/formats/signed-act.md: the act in its place in the stream, so that a
 * signature serves once, for this act and no other. Its SHA-256 is the passkey's challenge.
 */
export function signedActText(act: SignedActHead): string {
  const { log, stream, version, type, schema } = act;
  const { signature: _signature, ...data } = act.data;
  return canonicalJson({ format: SIGNED_ACT_FORMAT, log, stream, version, type, schema, data });
}

export const isSigned = ({ data }: Pick<Entry, "data">): boolean =>
  data.signature !== undefined && data.signature !== null;

const texts = (value: object, names: readonly string[]): boolean => {
  const given = value as Readonly<Record<string, unknown>>;
  return names.every((name) => typeof given[name] === "string");
};

/** The signature that an entry carries; null when it has not the shape of one. */
export function signatureOf({ data }: Pick<Entry, "data">): PasskeySignature | null {
  const value: JsonValue | undefined = data.signature;
  if (typeof value !== "object" || value === null || !("assertion" in value)) return null;
  const { assertion, algorithm } = value;
  if (typeof assertion !== "object" || assertion === null) return null;
  if (typeof algorithm !== "number") return null;
  if (!texts(value, ["publicKeyCose", "rpId", "origin", "contentHash"])) return null;
  if (!texts(assertion, ["authenticatorData", "clientDataJSON", "signature"])) return null;
  return value as unknown as PasskeySignature; // checked field by field
}
