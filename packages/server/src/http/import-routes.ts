import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import multipart from "@fastify/multipart";
import { ImportRun } from "@suzheng/api-contract";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { App } from "./app.ts";
import { HttpProblem } from "./problems.ts";
import { ownerOf } from "./token-owner.ts";

const FILE_BYTES_MAX = 512 * 1024 * 1024;
const FILES_MAX = 60;

const Flag = z
  .enum(["", "true", "false", "1", "0"])
  .default("false")
  .transform((text) => text === "" || text === "true" || text === "1");
const StartQuery = z.object({ dryRun: Flag, allOrNothing: Flag });
const RunParams = z.object({ id: z.uuid() });

type Received = { files: { name: string; path: string }[]; release(): Promise<void> };

/**
 * Puts the uploaded files into a folder of their own; the browser's path is no part of their names.
 */
async function receiveFiles(request: FastifyRequest): Promise<Received> {
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

export const importRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    await server.register(multipart, {
      limits: { fileSize: FILE_BYTES_MAX, files: FILES_MAX, fields: 10 },
      throwFileSizeLimit: false,
    });
    const tags = ["imports"];
    server.post(
      "/imports",
      { schema: { tags, querystring: StartQuery, response: { 202: ImportRun } } },
      async (request, reply) => {
        const owner = await ownerOf(app, request);
        if (!app.imports.hasRoom(owner.institution)) throw new HttpProblem("too-busy");
        if (!request.isMultipart()) throw new HttpProblem("upload-without-files");
        const { files, release } = await receiveFiles(request);
        const { institution, id } = owner;
        const { dryRun, allOrNothing } = request.query;
        const submitter = `token:${id}`;
        const run = await app.imports.start(
          {
            files,
            dryRun,
            allOrNothing,
            institution: null,
            ownInstitution: institution,
            submitter,
          },
          release,
        );
        return reply.code(202).header("location", `/api/v1/imports/${run.id}`).send(run);
      },
    );
    server.get(
      "/imports/:id",
      { schema: { tags, params: RunParams, response: { 200: ImportRun } } },
      async (request) => {
        const { institution } = await ownerOf(app, request);
        const run = await app.imports.get(institution, request.params.id);
        if (run === null) throw new HttpProblem("import-not-found");
        return run;
      },
    );
    server.get(
      "/imports/:id/rejected/:name",
      { schema: { tags, params: RunParams.extend({ name: z.string().max(255) }) } },
      async (request, reply) => {
        const { institution } = await ownerOf(app, request);
        const { id, name } = request.params;
        const path = await app.imports.rejectedFile(institution, id, name);
        if (path === null) throw new HttpProblem("import-not-found");
        return reply
          .header("content-type", "application/octet-stream")
          .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
          .send(createReadStream(path));
      },
    );
  };
