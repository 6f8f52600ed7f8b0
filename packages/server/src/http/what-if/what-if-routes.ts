import { WhatIfAsk, WhatIfList, WhatIfProgress, WhatIfResult } from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { whatIfCommands } from "../../application/what-if/what-if-commands.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { unwrapDuty } from "../obligations/unwrap-duty.ts";

const tags = ["what-if"];
const RunParams = z.object({ id: z.string().regex(/^[0-9a-f-]{1,64}$/) });

/** Trying a rule version with other values, or a draft, on what was recorded. */
export const whatIfRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    server.addHook("onRequest", (_request, reply, done) => {
      reply.header("cache-control", "no-store");
      done();
    });
    const runs = whatIfCommands(app.whatIf);
    server.get("/what-if", { schema: { tags, response: { 200: WhatIfList } } }, async (request) =>
      unwrapDuty(await runs.list((await actingFor(app, request)).acting, null)),
    );
    server.post(
      "/what-if",
      { schema: { tags, body: WhatIfAsk, response: { 202: WhatIfProgress } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        return reply.code(202).send(unwrapDuty(await runs.begin(acting, request.body)));
      },
    );
    server.get(
      "/what-if/:id",
      { schema: { tags, params: RunParams, response: { 200: WhatIfProgress } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return unwrapDuty(await runs.progress(acting, request.params.id));
      },
    );
    server.get(
      "/what-if/:id/result",
      { schema: { tags, params: RunParams, response: { 200: WhatIfResult } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return unwrapDuty(await runs.result(acting, request.params.id));
      },
    );
    server.post(
      "/what-if/:id/cancel",
      { schema: { tags, params: RunParams, response: { 204: z.null() } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        unwrapDuty(await runs.cancel(acting, request.params.id));
        return reply.code(204).send(null);
      },
    );
    server.post(
      "/what-if/:id/resume",
      { schema: { tags, params: RunParams, response: { 202: WhatIfProgress } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        return reply.code(202).send(unwrapDuty(await runs.resume(acting, request.params.id)));
      },
    );
  };
