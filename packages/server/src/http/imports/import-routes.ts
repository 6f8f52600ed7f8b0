import { createReadStream } from "node:fs";
import multipart from "@fastify/multipart";
import { ImportRun, ImportRunPage } from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { listImports } from "../../application/imports/report-imports.ts";
import type { App } from "../app.ts";
import { PageQuery, pageRequestOf } from "../page-query.ts";
import { HttpProblem } from "../problems.ts";
import { reporterOf } from "../reporter.ts";
import { closeUnread, isAnnouncedAbove, receiveFiles, UPLOAD_LIMITS } from "./receive-files.ts";

/** Of all files of one request together. */
const UPLOAD_BYTES_MAX = 512 * 1024 * 1024;

const Flag = z
  .enum(["", "true", "false", "1", "0"])
  .default("false")
  .transform((text) => text === "" || text === "true" || text === "1");
const StartQuery = z.object({ dryRun: Flag, allOrNothing: Flag });
const RunParams = z.object({ id: z.uuid() });
const tags = ["imports"];

export const importRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    await server.register(multipart, { limits: UPLOAD_LIMITS });
    server.addHook("onRequest", async (_request, reply) => {
      reply.header("cache-control", "no-store");
    });
    server.post(
      "/imports",
      {
        schema: { tags, querystring: StartQuery, response: { 202: ImportRun } },
        onSend: closeUnread,
      },
      async (request, reply) => {
        const { institution, ...who } = await reporterOf(app, request);
        if (!request.isMultipart()) throw new HttpProblem("upload-without-files");
        if (isAnnouncedAbove(request, UPLOAD_BYTES_MAX)) throw new HttpProblem("upload-too-large");
        const leave = app.imports.takePlace(institution);
        if (leave === null) throw new HttpProblem("too-busy");
        const received = await receiveFiles(request, UPLOAD_BYTES_MAX).catch((refusal) => {
          leave();
          throw refusal;
        });
        const { files } = received;
        const whose = { institution: null, ownInstitution: institution, ...who };
        const run = await app.imports.start({ files, ...request.query, ...whose }, () =>
          received.release().finally(leave),
        );
        return reply.code(202).header("location", `/api/v1/imports/${run.id}`).send(run);
      },
    );
    await server.register(importRunRoutes(app));
  };

const importRunRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    server.get(
      "/imports",
      { schema: { tags, querystring: PageQuery, response: { 200: ImportRunPage } } },
      async (request) => {
        const reporter = await reporterOf(app, request);
        return listImports(app.imports, reporter, pageRequestOf(request.query));
      },
    );
    server.get(
      "/imports/:id",
      { schema: { tags, params: RunParams, response: { 200: ImportRun } } },
      async (request) => {
        const { institution } = await reporterOf(app, request);
        const run = await app.imports.get(institution, request.params.id);
        if (run === null) throw new HttpProblem("import-not-found");
        return run;
      },
    );
    server.get(
      "/imports/:id/rejected/:name",
      { schema: { tags, params: RunParams.extend({ name: z.string().max(255) }) } },
      async (request, reply) => {
        const { institution } = await reporterOf(app, request);
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
