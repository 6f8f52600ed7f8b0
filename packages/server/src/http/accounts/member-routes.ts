import {
  InvitationCreate,
  InvitationCreated,
  InvitationList,
  MemberList,
  MemberRoles,
  SignInPage,
} from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { memberCommands } from "../../application/accounts/members/members.ts";
import type { App } from "../app.ts";
import { PageQuery, pageRequestOf } from "../page-query.ts";
import { actingFor, unwrap } from "./signed-in.ts";

const tags = ["members"];
const AccountParams = z.object({ account: z.string().regex(/^[0-9a-f]{1,64}$/) });
const InvitationParams = z.object({ id: z.string().regex(/^[0-9a-f]{1,64}$/) });

/** Who works at the institution acted for. */
export const memberRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const members = memberCommands(app.accounts);
    server.get("/members", { schema: { tags, response: { 200: MemberList } } }, async (request) =>
      unwrap(await members.list((await actingFor(app, request)).acting, null)),
    );
    server.put(
      "/members/:account/roles",
      { schema: { tags, params: AccountParams, body: MemberRoles, response: { 204: z.null() } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        const change = { ...request.params, ...request.body };
        unwrap(await members.changeRoles(acting, change));
        return reply.code(204).send(null);
      },
    );
    server.delete(
      "/members/:account",
      { schema: { tags, params: AccountParams, response: { 204: z.null() } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        unwrap(await members.revoke(acting, request.params.account));
        return reply.code(204).send(null);
      },
    );
    server.get(
      "/members/sign-ins",
      { schema: { tags, querystring: PageQuery, response: { 200: SignInPage } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return unwrap(await members.signIns(acting, pageRequestOf(request.query)));
      },
    );
    await server.register(memberInvitationRoutes(app));
  };

const memberInvitationRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const members = memberCommands(app.accounts);
    server.get(
      "/members/invitations",
      { schema: { tags, response: { 200: InvitationList } } },
      async (request) =>
        unwrap(await members.invitations((await actingFor(app, request)).acting, null)),
    );
    server.post(
      "/members/invitations",
      { schema: { tags, body: InvitationCreate, response: { 201: InvitationCreated } } },
      async (request, reply) => {
        const { acting, visit } = await actingFor(app, request);
        const asked = { ...request.body, origin: visit.site.origin };
        return reply.code(201).send(unwrap(await members.invite(acting, asked)));
      },
    );
    server.delete(
      "/members/invitations/:id",
      { schema: { tags, params: InvitationParams, response: { 204: z.null() } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        unwrap(await members.revokeInvitation(acting, request.params.id));
        return reply.code(204).send(null);
      },
    );
  };
