import { HASH_BYTES } from "@suzheng/merkle";
import { fromBase64, toBase64 } from "../base64.ts";
import { malformed, type Parsed, parsing } from "../parsed.ts";

/** C2SP tlog-checkpoint: what a log says about itself. */
export type Checkpoint = {
  /** Identity of the log: its URL prefix without scheme. */
  origin: string;
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
  /** Further lines, not empty. Ours has none; those of others are kept. */
  extensions: readonly string[];
};

/** The text of the note, to be signed. */
export function formatCheckpoint({
  origin,
  size,
  root,
  extensions = [],
}: Omit<Checkpoint, "extensions"> & { extensions?: readonly string[] }): string {
  if (!Number.isSafeInteger(size) || size < 0) throw new Error("a tree size is from 0 to 2^53 − 1");
  if (root.length !== HASH_BYTES) throw new Error("a root is 32 bytes");
  const lines = [origin, String(size), toBase64(root), ...extensions];
  if (lines.some((line) => line === "" || line.includes("\n"))) {
    throw new Error("the lines of a checkpoint are not empty");
  }
  return `${lines.join("\n")}\n`;
}

/** Strict; the text of a note, ending in a newline. */
export function parseCheckpoint(text: string): Parsed<Checkpoint> {
  return parsing(() => {
    const [origin = "", sizeText = "", rootText = "", ...rest] = text.split("\n");
    const extensions = rest.slice(0, -1);
    const root = fromBase64(rootText);
    const size = Number(sizeText);
    const ended = rest.at(-1) === "";
    const sized = /^(0|[1-9]\d*)$/.test(sizeText) && Number.isSafeInteger(size);
    const rooted = root?.length === HASH_BYTES;
    if (!ended || origin === "" || !sized || !rooted || extensions.includes("")) {
      return malformed({ zh: "检查点格式不对", en: "the checkpoint is not well formed" });
    }
    return { origin, size, root, extensions };
  });
}
