import { AccountActList, AccountErase, InvitationCreated } from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { careCommands, eraseOwn } from "../../application/accounts/account-care.ts";
import type { App } from "../app.ts";
import { actingFor, signedInOf, takeCookieBack, unwrap } from "./signed-in.ts";

const tags = ["members"];
const Params = z.object({ account: z.string().regex(/^[0-9a-f]{1,64}$/) });
const Nothing = z.null();

/** Accounts that lost every means of signing in, and those that are to be forgotten. */
export const careRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const { accounts } = app;
    const care = careCommands(accounts);
    server.get(
      "/members/account-acts",
      { schema: { tags, response: { 200: AccountActList } } },
      async (request) => unwrap(await care.list((await actingFor(app, request)).acting, null)),
    );
    server.post(
      "/members/:account/recovery",
      { schema: { tags, params: Params, response: { 201: InvitationCreated } } },
      async (request, reply) => {
        const { acting, signedIn, visit } = await actingFor(app, request);
        const asked = { ...request.params, signedIn, origin: visit.site.origin };
        return reply.code(201).send(unwrap(await care.recover(acting, asked)));
      },
    );
    server.post(
      "/members/:account/erase",
      { schema: { tags, params: Params, body: AccountErase, response: { 204: Nothing } } },
      async (request, reply) => {
        const { acting, signedIn } = await actingFor(app, request);
        unwrap(await care.erase(acting, { ...request.params, ...request.body, signedIn }));
        return reply.code(204).send(null);
      },
    );
    server.post(
      "/account/erase",
      { schema: { tags: ["account"], body: AccountErase, response: { 204: Nothing } } },
      async (request, reply) => {
        const { signedIn, visit } = await signedInOf(app, request);
        unwrap(await eraseOwn(accounts, signedIn, request.body));
        takeCookieBack(reply, visit);
        return reply.code(204).send(null);
      },
    );
  };
