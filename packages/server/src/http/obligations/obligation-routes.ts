import { Readable } from "node:stream";
import {
  InboxChange,
  InboxPage,
  InboxQuery,
  ObligationFileQuery,
  ObligationPage,
  ObligationQuery,
} from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { chinaDate } from "../../application/clock.ts";
import { dutyQueries } from "../../application/obligations/duties.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { calendarRoutes } from "./calendar-routes.ts";
import { dutyColumns } from "./duty-columns.ts";
import { tollingRoutes } from "./tolling-routes.ts";
import { unwrapDuty } from "./unwrap-duty.ts";

const tags = ["obligations"];
const ItemParams = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) });

/** What the institution acted for is bound to do, and what it was told about it. */
export const obligationRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    server.addHook("onRequest", (_request, reply, done) => {
      reply.header("cache-control", "no-store");
      done();
    });
    const duties = dutyQueries(app.duties);
    server.get(
      "/obligations",
      { schema: { tags, querystring: ObligationQuery, response: { 200: ObligationPage } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return unwrapDuty(await duties.obligations(acting, request.query));
      },
    );
    server.get(
      "/obligations.csv",
      { schema: { tags, querystring: ObligationFileQuery } },
      async (request, reply) => {
        const { acting, visit } = await actingFor(app, request);
        const { lang: language, ...query } = request.query;
        const columns = dutyColumns({ language, site: visit.site.origin });
        const lines = unwrapDuty(await duties.file(acting, { query, columns }));
        const on = chinaDate(app.duties.now());
        reply.header("content-disposition", `attachment; filename="suzheng-deadlines-${on}.csv"`);
        return reply.type("text/csv; charset=utf-8").send(Readable.from(lines));
      },
    );
    server.get(
      "/inbox",
      { schema: { tags, querystring: InboxQuery, response: { 200: InboxPage } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return unwrapDuty(await duties.inbox(acting, request.query));
      },
    );
    server.patch(
      "/inbox/:id",
      { schema: { tags, params: ItemParams, body: InboxChange, response: { 204: z.null() } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        const change = { ...request.params, ...request.body };
        const isForAll = change.done !== undefined;
        unwrapDuty(await (isForAll ? duties.settle : duties.mark)(acting, change));
        return reply.code(204).send(null);
      },
    );
    await server.register(tollingRoutes(app));
    await server.register(calendarRoutes(app));
  };
