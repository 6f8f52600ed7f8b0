import { hash } from "node:crypto";
import { canonicalJson, type JsonValue } from "@suzheng/log-format";
import type { Evidence } from "./evidence-store.ts";

/** A value as evidence: its canonical text and what that is called. */
export function evidenceOf(value: object): Evidence {
  const text = canonicalJson(value as JsonValue); // plain data by the types of the callers
  return { text, hash: hash("sha256", text, "hex"), bytes: Buffer.byteLength(text) };
}
