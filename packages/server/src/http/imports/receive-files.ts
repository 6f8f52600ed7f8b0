import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { HttpProblem } from "../problems.ts";

export type Received = { files: { name: string; path: string }[]; release(): Promise<void> };

/** Bytes are counted over all files together, see `receiveFiles`. */
export const UPLOAD_LIMITS = { files: 60, fields: 10, fileSize: Number.POSITIVE_INFINITY };

/** Most senders say beforehand how long their request is. */
export const isAnnouncedAbove = ({ headers }: FastifyRequest, bytesMax: number): boolean =>
  Number(headers["content-length"] ?? 0) > bytesMax;

/** So much of a refused request is read to its end, since many senders read no answer before. */
const REFUSED_BYTES_READ = 16 * 1024 * 1024;

/** Who is refused before very much came stops sending; otherwise Node would read to the end. */
export async function closeUnread(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const isLong =
    request.headers["content-length"] === undefined ||
    isAnnouncedAbove(request, REFUSED_BYTES_READ);
  if (!request.raw.complete && isLong) reply.header("connection", "close");
}

/**
 * Puts the uploaded files into a folder of their own. When all together are over the limit, or not
 * everything comes, nothing stays.
 */
export async function receiveFiles(request: FastifyRequest, bytesMax: number): Promise<Received> {
  const folder = await mkdtemp(join(tmpdir(), "suzheng-upload-"));
  const release = () => rm(folder, { recursive: true, force: true });
  const files: Received["files"] = [];
  const limited = limitOf(bytesMax);
  try {
    for await (const part of request.files()) {
      const name = nameOf(part.filename) || `file-${files.length + 1}`;
      const path = join(folder, String(files.length));
      await pipeline(part.file, limited, createWriteStream(path));
      files.push({ name, path });
    }
    if (files.length === 0) throw new HttpProblem("upload-without-files");
    return { files, release };
  } catch (error) {
    await release();
    throw isBrokenUpload(error) ? new HttpProblem("request-malformed") : error;
  }
}

/** Without a path, and without what neither a file's name nor the database can hold. */
const nameOf = (given: string): string =>
  basename(
    given
      .replaceAll("\\", "/")
      .replace(/\p{Cc}/gu, "_")
      .toWellFormed(),
  );

/** Passes on what comes, over all files that are piped through it, up to so many bytes. */
function limitOf(bytesMax: number) {
  let bytes = 0;
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw new HttpProblem("upload-too-large");
      yield chunk;
    }
  };
}

/** The sender's connection ended, or what came is not multipart; busboy says so in words only. */
const isBrokenUpload = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && error.code === "ECONNRESET") ||
    /multipart|part header/i.test(error.message));
