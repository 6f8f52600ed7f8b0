import { HASH_BYTES } from "@suzheng/merkle";
import { fromBase64, toBase64 } from "../base64.ts";
import { malformed, type Parsed, parsing } from "../parsed.ts";

const HEADER = "c2sp.org/tlog-proof@v1";
const HASHES_MAX = 63;

/** C2SP tlog-proof v1, file ending `.tlog-proof`: one entry, offline. */
export type TlogProof = {
  /** Covered by no signature. */
  extra?: Uint8Array;
  index: number;
  /** Sibling hashes, leaf to root. */
  inclusion: readonly Uint8Array[];
  /** The signed and cosigned note, verbatim. */
  checkpoint: string;
};

export function formatTlogProof({ extra, index, inclusion, checkpoint }: TlogProof): string {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...inclusion.map(toBase64),
  ];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

/** Strict. The checkpoint inside is not parsed yet. */
export function parseTlogProof(text: string): Parsed<TlogProof> {
  return parsing(() => {
    const split = text.indexOf("\n\n");
    const [header, ...lines] = text.slice(0, Math.max(split, 0)).split("\n");
    if (header !== HEADER) bad("开头不对", `does not begin with \`${HEADER}\``);
    const extra = readExtra(lines);
    const index = readIndex(lines.shift() ?? "");
    const inclusion = lines.map((line) => {
      const hash = fromBase64(line);
      return hash?.length === HASH_BYTES ? hash : bad("路径哈希不对", "has a bad hash");
    });
    if (inclusion.length > HASHES_MAX) bad("路径过长", "has too many hashes");
    return { ...extra, index, inclusion, checkpoint: text.slice(split + 2) };
  });
}

/** Takes the optional line off the front. */
function readExtra(lines: string[]): { extra?: Uint8Array } {
  if (lines[0]?.startsWith("extra ") !== true) return {};
  const extra = fromBase64(lines.shift()?.slice("extra ".length) ?? "");
  return extra === null ? bad("附加内容不对", "has a bad extra line") : { extra };
}

function readIndex(line: string): number {
  const [, digits = ""] = /^index (0|[1-9]\d*)$/.exec(line) ?? [];
  const index = Number(digits);
  const ok = digits !== "" && Number.isSafeInteger(index);
  return ok ? index : bad("序号不对", "has a bad index line");
}

function bad(zh: string, en: string): never {
  malformed({ zh: `证明文件${zh}`, en: `the tlog-proof ${en}` });
}
