import {
  AssertionRequest,
  LinkSignIn,
  PasskeySignIn,
  PasswordSignIn,
  Session,
} from "@suzheng/api-contract";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Visit } from "../../application/accounts/account-parts.ts";
import { describeSession, resolveSession } from "../../application/accounts/sign-in/sessions.ts";
import {
  beginPasskeySignIn,
  finishPasskeySignIn,
  signInByLink,
  signInByPassword,
} from "../../application/accounts/sign-in/sign-in.ts";
import type { App } from "../app.ts";
import { giveCookie, unwrap } from "./signed-in.ts";
import { visitOf } from "./visit.ts";

const tags = ["sign-in"];

/** Gives the cookie and tells who is signed in now. */
export async function welcome(
  app: App,
  { reply, visit, token }: { reply: FastifyReply; visit: Visit; token: string },
): Promise<Session> {
  const signedIn = unwrap(await resolveSession(app.accounts, { token, wanted: undefined }));
  giveCookie(reply, visit, token);
  return describeSession(app.accounts, signedIn);
}

export const signInRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const { accounts } = app;
    server.post(
      "/sign-in/password",
      { schema: { tags, body: PasswordSignIn, response: { 200: Session } } },
      async (request, reply) => {
        const visit = visitOf(app, request);
        const token = unwrap(await signInByPassword(accounts, visit, request.body));
        return welcome(app, { reply, visit, token });
      },
    );
    server.post(
      "/sign-in/passkey/begin",
      { schema: { tags, response: { 200: AssertionRequest } } },
      async (request) => unwrap(await beginPasskeySignIn(accounts, visitOf(app, request))),
    );
    server.post(
      "/sign-in/passkey/finish",
      { schema: { tags, body: PasskeySignIn, response: { 200: Session } } },
      async (request, reply) => {
        const visit = visitOf(app, request);
        const { assertion } = request.body;
        const token = unwrap(await finishPasskeySignIn(accounts, visit, assertion));
        return welcome(app, { reply, visit, token });
      },
    );
    server.post(
      "/sign-in/link",
      { schema: { tags, body: LinkSignIn, response: { 200: Session } } },
      async (request, reply) => {
        const visit = visitOf(app, request);
        const token = unwrap(await signInByLink(accounts, visit, request.body.code));
        return welcome(app, { reply, visit, token });
      },
    );
  };
