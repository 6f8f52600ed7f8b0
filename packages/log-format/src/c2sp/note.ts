import { concatBytes } from "@suzheng/merkle";
import { fromBase64, toBase64 } from "../base64.ts";
import { malformed, type Parsed, parsing } from "../parsed.ts";
import { isKeyName, type VerificationKey } from "./verification-key.ts";

/** One line under a note; `bytes` is what follows the 4 bytes of the key id. */
export type NoteSignature = { name: string; keyId: Uint8Array; bytes: Uint8Array };

/** C2SP signed-note. The text ends in a newline and is what signatures cover. */
export type SignedNote = { text: string; signatures: NoteSignature[] };

export const NOTE_BYTES_MAX = 1_000_000;
const SIGNATURES_MAX = 100;
const LINE = /^\u2014 (\S+) (\S+)$/u;
// Any control character but newline: a note is lines of text.
const CONTROL = /[\p{Cc}--\n]/v;

/** Strict. Keys are not looked at: unknown signatures are kept, to be ignored by who checks. */
export function parseNote(source: string): Parsed<SignedNote> {
  return parsing(() => {
    if (source.length > NOTE_BYTES_MAX) bad("过长", "is too long");
    if (!source.isWellFormed() || CONTROL.test(source)) {
      bad("含有控制字符", "has a control character");
    }
    const split = source.lastIndexOf("\n\n");
    if (split < 0 || !source.endsWith("\n")) bad("没有签名部分", "has no part with signatures");
    const text = source.slice(0, split + 1);
    const block = source.slice(split + 2, -1);
    if (text === "\n" || block === "") bad("没有正文或签名", "has no text or no signature");
    const lines = block.split("\n");
    if (lines.length > SIGNATURES_MAX) bad("签名过多", "has too many signatures");
    return { text, signatures: lines.map(readSignatureLine) };
  });
}

/** `— <name> <base64(key id ‖ signature)>` without its newline. */
export const formatSignatureLine = ({ name, keyId, bytes }: NoteSignature): string =>
  `\u2014 ${name} ${toBase64(concatBytes([keyId, bytes]))}`;

/** Reads one signature line, as witnesses answer with. */
export const parseSignatureLine = (line: string): Parsed<NoteSignature> =>
  parsing(() => readSignatureLine(line));

export function formatNote({ text, signatures }: SignedNote): string {
  if (!text.endsWith("\n") || CONTROL.test(text)) throw new Error("a note is lines of text");
  return `${text}\n${signatures.map((line) => `${formatSignatureLine(line)}\n`).join("")}`;
}

/** A note of this text with one signature of type 01; `sign` is Ed25519 over the given bytes. */
export function signNote(
  text: string,
  signer: { key: VerificationKey; sign: (message: Uint8Array) => Uint8Array },
): string {
  const { name, keyId } = signer.key;
  const bytes = signer.sign(new TextEncoder().encode(text));
  return formatNote({ text, signatures: [{ name, keyId, bytes }] });
}

function readSignatureLine(line: string): NoteSignature {
  const [, name = "", encoded = ""] = LINE.exec(line) ?? bad("签名行不对", "has a bad line");
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes === null || bytes.length < 5) {
    return bad("签名行不对", "has a bad signature line");
  }
  return { name, keyId: bytes.slice(0, 4), bytes: bytes.slice(4) };
}

function bad(zh: string, en: string): never {
  malformed({ zh: `签名文本${zh}`, en: `the signed note ${en}` });
}
