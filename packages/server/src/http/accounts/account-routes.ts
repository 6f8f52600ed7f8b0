import type { FastifyPluginAsync } from "fastify";
import type { App } from "../app.ts";
import { careRoutes } from "./care-routes.ts";
import { credentialRoutes } from "./credential-routes.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import { memberRoutes } from "./member-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { signatureRoutes } from "./signature-routes.ts";

/** Everything about who somebody is; nothing of it may be kept by a browser or a proxy. */
export const accountRoutes =
  (app: App): FastifyPluginAsync =>
  async (server) => {
    server.addHook("onRequest", async (_request, reply) => {
      reply.header("cache-control", "no-store");
    });
    for (const routes of [
      sessionRoutes,
      signInRoutes,
      invitationRoutes,
      credentialRoutes,
      memberRoutes,
      careRoutes,
      signatureRoutes,
    ]) {
      await server.register(routes(app));
    }
  };
