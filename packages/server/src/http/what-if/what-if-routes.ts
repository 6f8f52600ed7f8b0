import {
  WhatIfAsk,
  WhatIfChoices,
  WhatIfList,
  WhatIfProgress,
  WhatIfResult,
} from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { whatIfCommands } from "../../application/what-if/what-if-commands.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { unwrapWhatIf } from "./unwrap-what-if.ts";
import { whatIfCaseRoutes } from "./what-if-case-routes.ts";
import { RunParams } from "./what-if-params.ts";

const tags = ["what-if"];
/** Texts of a pack and its examples. */
const ASK_BYTES_MAX = 2 * 1024 * 1024;

/** Trying a rule version with other values, or a draft, on what was recorded. */
export const whatIfRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    server.addHook("onRequest", (_request, reply, done) => {
      reply.header("cache-control", "no-store");
      done();
    });
    const runs = whatIfCommands(app.whatIf);
    server.get(
      "/what-if/choices",
      { schema: { tags, response: { 200: WhatIfChoices } } },
      async (request) =>
        unwrapWhatIf(await runs.choices((await actingFor(app, request)).acting, null)),
    );
    server.get("/what-if", { schema: { tags, response: { 200: WhatIfList } } }, async (request) =>
      unwrapWhatIf(await runs.list((await actingFor(app, request)).acting, null)),
    );
    server.post(
      "/what-if",
      {
        bodyLimit: ASK_BYTES_MAX,
        schema: { tags, body: WhatIfAsk, response: { 202: WhatIfProgress } },
      },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        return reply.code(202).send(unwrapWhatIf(await runs.begin(acting, request.body)));
      },
    );
    await server.register(runRoutes(app));
    await server.register(whatIfCaseRoutes(app));
  };

const runRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const runs = whatIfCommands(app.whatIf);
    const params = RunParams;
    server.get(
      "/what-if/:id",
      { schema: { tags, params, response: { 200: WhatIfProgress } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return unwrapWhatIf(await runs.progress(acting, request.params.id));
      },
    );
    server.get(
      "/what-if/:id/result",
      { schema: { tags, params, response: { 200: WhatIfResult } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return unwrapWhatIf(await runs.result(acting, request.params.id));
      },
    );
    server.post(
      "/what-if/:id/cancel",
      { schema: { tags, params, response: { 204: z.null() } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        unwrapWhatIf(await runs.cancel(acting, request.params.id));
        return reply.code(204).send(null);
      },
    );
    server.post(
      "/what-if/:id/resume",
      { schema: { tags, params, response: { 202: WhatIfProgress } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        return reply.code(202).send(unwrapWhatIf(await runs.resume(acting, request.params.id)));
      },
    );
  };
