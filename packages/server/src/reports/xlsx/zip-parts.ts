import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import type { ReportLimits } from "../report-limits.ts";
import { ReportFileError, reportFileError } from "../report-problem.ts";

/** The parts of an .xlsx, read by name in any order. */
export interface ZipParts {
  has(name: string): boolean;
  /** Size once unpacked, 0 when there is no such part. */
  unpackedSize(name: string): number;
  /** The part's bytes, checked against its size and CRC; nothing when there is no such part. */
  read(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

const PARTS_MAX = 10_000;
const RATIO_COUNTS_FROM_BYTES = 16 * 1024 * 1024;

/** Opens the archive and refuses a zip bomb by the sizes it declares; yauzl holds it to them. */
export async function openZipParts(path: string, limits: ReportLimits): Promise<ZipParts> {
  const zip = await openZip(path);
  try {
    return zipParts(zip, await listParts(zip, limits));
  } catch (error) {
    zip.close();
    throw error instanceof ReportFileError ? error : damagedXlsx(error);
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, lazyEntries: true });
  } catch (error) {
    throw damagedXlsx(error);
  }
}

async function listParts(zip: ZipFile, limits: ReportLimits): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    const tooDense =
      entry.uncompressedSize > RATIO_COUNTS_FROM_BYTES && ratio > limits.unpackedRatioMax;
    if (tooDense || unpacked > limits.unpackedBytesMax || parts.size >= PARTS_MAX) {
      throw expandsTooFar();
    }
    parts.set(entry.fileName.replace(/^\//, ""), entry);
  }
  return parts;
}

function zipParts(zip: ZipFile, parts: ReadonlyMap<string, Entry>): ZipParts {
  return {
    has: (name) => parts.has(name),
    unpackedSize: (name) => parts.get(name)?.uncompressedSize ?? 0,
    close: () => zip.close(),
    async *read(name) {
      const entry = parts.get(name);
      if (entry === undefined) return;
      let crc = 0;
      try {
        for await (const bytes of await zip.openReadStreamPromise(entry)) {
          crc = crc32(bytes, crc);
          yield bytes;
        }
      } catch (error) {
        throw damagedXlsx(error);
      }
      if (crc !== entry.crc32) throw damagedXlsx(`CRC of ${name}`);
    },
  };
}

export function damagedXlsx(cause: unknown) {
  return reportFileError(
    "report-xlsx-damaged",
    {
      zh: "该 .xlsx 文件已损坏或不完整，无法继续读取。",
      en: "the .xlsx file is damaged or incomplete and cannot be read further",
    },
    { cause },
  );
}

export function expandsTooFar() {
  return reportFileError("report-xlsx-expands-too-far", {
    zh: "该 .xlsx 文件解压后过大，已停止读取。",
    en: "the .xlsx file unpacks to more than is accepted",
  });
}
