import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { App } from "../app.ts";
import { actRoutes } from "./act-routes.ts";
import { draftRoutes } from "./draft-routes.ts";
import { bundleSchema, publishedRuleRoutes } from "./published-rule-routes.ts";
import { registeredRuleRoutes } from "./registered-rule-routes.ts";
import { ruleFileRoutes } from "./rule-file-routes.ts";

/** The register of rules: its workspace, and what everyone may read. */
export const registryRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    await server.register(workspaceRoutes(app), { prefix: "/rules/registry" });
    await server.register(publishedRuleRoutes(app), { prefix: "/rules/registered" });
    const schema = JSON.stringify(bundleSchema());
    const tags = ["rule registry"];
    server.get("/rules/bundle-schema.json", { schema: { tags } }, async (_request, reply) =>
      reply.type("application/schema+json; charset=utf-8").send(schema),
    );
  };

const workspaceRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    server.addHook("onRequest", (_request, reply, done) => {
      reply.header("cache-control", "no-store");
      done();
    });
    await server.register(draftRoutes(app));
    await server.register(actRoutes(app));
    await server.register(ruleFileRoutes(app));
    await server.register(registeredRuleRoutes(app));
  };
