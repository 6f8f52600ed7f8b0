import {
  CreationRequest,
  InvitationAccept,
  InvitationCode,
  InvitationOffer,
  InvitationPasskeyBegin,
  Session,
  TotpEnrolment,
  Welcome,
} from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import {
  acceptInvitation,
  beginInvitationPasskey,
  beginInvitationTotp,
  joinInvitation,
  lookUpInvitation,
} from "../../application/accounts/members/invitations.ts";
import { describeSession } from "../../application/accounts/sign-in/sessions.ts";
import type { App } from "../app.ts";
import { welcome } from "./sign-in-routes.ts";
import { signedInOf, unwrap } from "./signed-in.ts";
import { visitOf } from "./visit.ts";

const tags = ["invitations"];

/** For holders of an invitation's code, who mostly have no account yet. */
export const invitationRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const { accounts } = app;
    server.post(
      "/invitations/look-up",
      { schema: { tags, body: InvitationCode, response: { 200: InvitationOffer } } },
      async (request) => {
        visitOf(app, request);
        return unwrap(await lookUpInvitation(accounts, request.body.code));
      },
    );
    server.post(
      "/invitations/totp/begin",
      { schema: { tags, body: InvitationCode, response: { 200: TotpEnrolment } } },
      async (request) => {
        visitOf(app, request);
        return unwrap(await beginInvitationTotp(accounts, request.body.code));
      },
    );
    server.post(
      "/invitations/passkey/begin",
      { schema: { tags, body: InvitationPasskeyBegin, response: { 200: CreationRequest } } },
      async (request) =>
        unwrap(await beginInvitationPasskey(accounts, visitOf(app, request), request.body)),
    );
    server.post(
      "/invitations/accept",
      { schema: { tags, body: InvitationAccept, response: { 200: Welcome } } },
      async (request, reply) => {
        const visit = visitOf(app, request);
        const accepted = unwrap(await acceptInvitation(accounts, visit, request.body));
        const { token, recoveryCodes } = accepted;
        return { recoveryCodes, session: await welcome(app, { reply, visit, token }) };
      },
    );
    server.post(
      "/invitations/join",
      { schema: { tags, body: InvitationCode, response: { 200: Session } } },
      async (request) => {
        const { signedIn } = await signedInOf(app, request);
        unwrap(await joinInvitation(accounts, signedIn, request.body.code));
        const again = await signedInOf(app, request);
        return describeSession(accounts, again.signedIn);
      },
    );
  };
