import { reportFileError } from "../report-problem.ts";

export type TextEncodingName = "utf-8" | "gb18030" | "utf-16le";

export interface DecodedText {
  readonly encoding: TextEncodingName;
  readonly text: AsyncIterable<string>;
}

/** Enough to be sure; most files show Chinese in the first kilobyte. */
const SAMPLE_BYTES_MIN = 64 * 1024;
/** A file that is pure ASCII this far is decided as UTF-8. */
const SAMPLE_BYTES_MAX = 4 * 1024 * 1024;
/** Below this share of broken characters, text is damaged UTF-8 and not another encoding. */
const BROKEN_SHARE_MAX = 0.1;

/**
 * Decides the encoding from the bytes, then decodes strictly: a broken character stops the file.
 */
export async function decodeText(bytes: AsyncIterable<Buffer>): Promise<DecodedText> {
  const source = bytes[Symbol.asyncIterator]();
  const sample = await takeSample(source);
  const encoding = detectEncoding(Buffer.concat(sample));
  return { encoding, text: decodeAll(encoding, sample, source) };
}

async function takeSample(source: AsyncIterator<Buffer>): Promise<Buffer[]> {
  const sample: Buffer[] = [];
  let size = 0;
  let beyondAscii = false;
  while (size < SAMPLE_BYTES_MAX && !(beyondAscii && size >= SAMPLE_BYTES_MIN)) {
    const next = await source.next();
    if (next.done) break;
    sample.push(next.value);
    size += next.value.length;
    beyondAscii ||= next.value.some((byte) => byte > 0x7f);
  }
  return sample;
}

/** UTF-8 if the sample is valid UTF-8 (a character cut at its end is), else GB18030. */
function detectEncoding(sample: Buffer): TextEncodingName {
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf-16le";
  if (isValid("utf-8", sample)) return "utf-8";
  const hasBom = sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf;
  if (hasBom || isMostlyUtf8(sample) || !isValid("gb18030", sample)) throw brokenEncoding(null, 0);
  return "gb18030";
}

function isValid(encoding: TextEncodingName, sample: Buffer): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Damaged UTF-8 often passes as GB18030 and would be recorded as nonsense. */
function isMostlyUtf8(sample: Buffer): boolean {
  let broken = 0;
  let sound = 0;
  for (const character of new TextDecoder("utf-8").decode(sample)) {
    if (character === "\ufffd") broken++;
    else if (character > "\u007f") sound++;
  }
  return broken < sound * BROKEN_SHARE_MAX;
}

async function* decodeAll(
  encoding: TextEncodingName,
  sample: Buffer[],
  source: AsyncIterator<Buffer>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  try {
    for (const bytes of sample) {
      yield decodeStrictly(decoder, bytes, offset);
      offset += bytes.length;
    }
    sample.length = 0;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      yield decodeStrictly(decoder, next.value, offset);
      offset += next.value.length;
    }
    yield decodeStrictly(decoder, null, offset);
  } finally {
    await source.return?.();
  }
}

/** `null` ends the text, where a character cut in two is an error. */
function decodeStrictly(decoder: TextDecoder, bytes: Buffer | null, offset: number): string {
  try {
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (cause) {
    throw brokenEncoding(decoder.encoding, offset, cause);
  }
}

function brokenEncoding(encoding: string | null, offset: number, cause?: unknown) {
  const name = encoding === null ? "UTF-8 / GB18030" : encoding.toUpperCase();
  return reportFileError(
    "report-encoding-broken",
    {
      zh: `文件在第 ${offset} 字节之后出现不属于 ${name} 编码的字符。`,
      en: `after byte \`${offset}\` the file has characters that are not ${name}`,
    },
    { cause },
  );
}
