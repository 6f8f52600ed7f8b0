import { TollingAsk, TollingList, TollingRefusal, TollingRequest } from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { tollingCommands } from "../../application/obligations/tolling.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { unwrapDuty } from "./unwrap-duty.ts";

const tags = ["tolling"];
const RequestParams = z.object({
  institution: z.string().min(1).max(100),
  id: z.string().regex(/^[0-9a-f]{1,64}$/),
});

/** Pauses of deadlines: asked for, approved or refused by somebody else. */
export const tollingRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const tolling = tollingCommands(app.tolling);
    server.get("/tolling", { schema: { tags, response: { 200: TollingList } } }, async (request) =>
      unwrapDuty(await tolling.list((await actingFor(app, request)).acting, null)),
    );
    server.post(
      "/tolling",
      { schema: { tags, body: TollingAsk, response: { 201: TollingRequest } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        return reply.code(201).send(unwrapDuty(await tolling.request(acting, request.body)));
      },
    );
    const decided = { tags, params: RequestParams, response: { 200: TollingRequest } };
    server.post("/tolling/:institution/:id/approve", { schema: decided }, async (request) => {
      const { acting } = await actingFor(app, request);
      return unwrapDuty(await tolling.approve(acting, request.params));
    });
    server.post(
      "/tolling/:institution/:id/refuse",
      { schema: { ...decided, body: TollingRefusal } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return unwrapDuty(await tolling.refuse(acting, { ...request.params, ...request.body }));
      },
    );
  };
