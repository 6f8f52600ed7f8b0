import { ActForRequest, Session, SessionList } from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  actFor,
  describeSession,
  endSession,
  listSessions,
} from "../../application/accounts/sign-in/sessions.ts";
import type { App } from "../app.ts";
import { typedText } from "../typed-text.ts";
import { signedInOf, takeCookieBack, unwrap } from "./signed-in.ts";

const tags = ["session"];
const Params = z.object({ id: typedText(60) });
const Nothing = z.null();

export const sessionRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const { accounts } = app;
    server.get("/session", { schema: { tags, response: { 200: Session } } }, async (request) => {
      const { signedIn } = await signedInOf(app, request);
      return describeSession(accounts, signedIn);
    });
    server.put(
      "/session/acting-for",
      { schema: { tags, body: ActForRequest, response: { 200: Session } } },
      async (request) => {
        const { signedIn } = await signedInOf(app, request);
        const acting = await actFor(accounts, signedIn, request.body.institution);
        return describeSession(accounts, unwrap(acting));
      },
    );
    server.delete(
      "/session",
      { schema: { tags, response: { 204: Nothing } } },
      async (request, reply) => {
        const { visit, signedIn } = await signedInOf(app, request);
        await endSession(accounts, signedIn, signedIn.owner.session.id);
        takeCookieBack(reply, visit);
        return reply.code(204).send(null);
      },
    );
    server.post(
      "/session/notices/seen",
      { schema: { tags, response: { 204: Nothing } } },
      async (request, reply) => {
        const { signedIn } = await signedInOf(app, request);
        await accounts.accountActs.tell(signedIn.actor.account, accounts.now());
        return reply.code(204).send(null);
      },
    );
    server.get("/sessions", { schema: { tags, response: { 200: SessionList } } }, async (request) =>
      listSessions(accounts, (await signedInOf(app, request)).signedIn),
    );
    server.delete(
      "/sessions",
      { schema: { tags, response: { 204: Nothing } } },
      async (request, reply) => {
        const { visit, signedIn } = await signedInOf(app, request);
        await accounts.sessions.endAll(signedIn.actor.account, { except: null });
        takeCookieBack(reply, visit);
        return reply.code(204).send(null);
      },
    );
    server.delete(
      "/sessions/:id",
      { schema: { tags, params: Params, response: { 204: Nothing } } },
      async (request, reply) => {
        const { signedIn } = await signedInOf(app, request);
        unwrap(await endSession(accounts, signedIn, request.params.id));
        return reply.code(204).send(null);
      },
    );
  };
