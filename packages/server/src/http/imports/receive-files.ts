import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FastifyRequest } from "fastify";
import { HttpProblem } from "../problems.ts";

export type Received = { files: { name: string; path: string }[]; release(): Promise<void> };

/**
 * Puts the uploaded files into a folder of their own; the browser's path is no part of their names.
 */
export async function receiveFiles(request: FastifyRequest): Promise<Received> {
  const folder = await mkdtemp(join(tmpdir(), "suzheng-upload-"));
  const release = () => rm(folder, { recursive: true, force: true });
  const files: Received["files"] = [];
  try {
    for await (const part of request.files()) {
      const name = basename(part.filename.replaceAll("\\", "/")) || `file-${files.length + 1}`;
      const path = join(folder, String(files.length));
      await pipeline(part.file, createWriteStream(path));
      if (part.file.truncated) throw new HttpProblem("upload-too-large");
      files.push({ name, path });
    }
    if (files.length === 0) throw new HttpProblem("upload-without-files");
    return { files, release };
  } catch (error) {
    await release();
    throw isBrokenUpload(error) ? new HttpProblem("request-malformed") : error;
  }
}

/** The sender's connection ended, or what came is not multipart; busboy says so in words only. */
const isBrokenUpload = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && error.code === "ECONNRESET") ||
    /multipart|part header/i.test(error.message));
