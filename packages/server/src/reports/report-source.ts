import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ReportFileError, reportFileError } from "./report-problem.ts";

/** A file on this machine, or bytes that come once (`stream` is called once). */
export type ReportSource =
  | { readonly name: string; readonly size: number; readonly path: string }
  | { readonly name: string; readonly size: number; stream(): Readable };

/** Bytes asked from the disk at a time. */
const READ_BYTES = 256 * 1024;

/** The source's bytes in order; reading errors and too many bytes become problems. */
export async function* sourceBytes(
  source: ReportSource,
  fileBytesMax: number,
): AsyncGenerator<Buffer> {
  let total = 0;
  try {
    const stream =
      "path" in source
        ? createReadStream(source.path, { highWaterMark: READ_BYTES })
        : source.stream();
    for await (const piece of stream) {
      const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
      total += bytes.length;
      if (total > fileBytesMax) throw tooLarge(fileBytesMax);
      if (bytes.length > 0) yield bytes;
    }
  } catch (error) {
    throw error instanceof ReportFileError ? error : unreadable(error);
  }
}

export function tooLarge(fileBytesMax: number) {
  const limit = `${Math.floor(fileBytesMax / 1024 / 1024)} MiB`;
  return reportFileError("report-file-too-large", {
    zh: `文件超过 ${limit} 的上限。`,
    en: `the file is larger than the limit of \`${limit}\``,
  });
}

function unreadable(cause: unknown) {
  return reportFileError(
    "report-file-unreadable",
    { zh: "文件无法读取或传输中断。", en: "the file cannot be read, or its transfer broke off" },
    { cause },
  );
}

export interface LocalFile {
  readonly path: string;
  /** Removes the file when it was a temporary copy. */
  release(): Promise<void>;
}

/** An .xlsx is read from its end, so bytes that only come once are put into a file first. */
export async function localFile(
  source: ReportSource,
  bytes: AsyncIterable<Buffer>,
): Promise<LocalFile> {
  if ("path" in source) {
    await stat(source.path).catch((error) => {
      throw unreadable(error);
    });
    return { path: source.path, release: async () => undefined };
  }
  const folder = await mkdtemp(join(tmpdir(), "suzheng-report-"));
  const release = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, "report.xlsx");
  try {
    const copy = createWriteStream(path);
    await pipeline(bytes, copy);
  } catch (error) {
    await release();
    throw error;
  }
  return { path, release };
}
