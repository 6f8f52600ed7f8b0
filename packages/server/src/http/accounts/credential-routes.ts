import {
  AccountCredentials,
  CreationRequest,
  Passkey,
  PasskeyAdd,
  PasskeyRename,
  PasswordSet,
  RecoveryCodes,
  SignInPage,
  TotpEnrolment,
} from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  addPasskey,
  beginAccountTotp,
  beginAddPasskey,
  listCredentials,
  renamePasskey,
  renewRecoveryCodes,
  revokePasskey,
  setPassword,
} from "../../application/accounts/credentials/own-credentials.ts";
import { ownSignIns } from "../../application/accounts/sign-in/sign-in-page.ts";
import type { App } from "../app.ts";
import { PageQuery, pageRequestOf } from "../page-query.ts";
import { signedInOf, unwrap } from "./signed-in.ts";

const tags = ["account"];
const Params = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/) });

/** What a person does about their own means of signing in. */
export const credentialRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const { accounts } = app;
    server.get(
      "/account",
      { schema: { tags, response: { 200: AccountCredentials } } },
      async (request) => listCredentials(accounts, (await signedInOf(app, request)).signedIn),
    );
    server.get(
      "/account/sign-ins",
      { schema: { tags, querystring: PageQuery, response: { 200: SignInPage } } },
      async (request) => {
        const { signedIn } = await signedInOf(app, request);
        return unwrap(await ownSignIns(accounts, signedIn, pageRequestOf(request.query)));
      },
    );
    await server.register(passkeyRoutes(app));
    await server.register(passwordRoutes(app));
  };

const passkeyRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const { accounts } = app;
    server.post(
      "/account/passkeys/begin",
      { schema: { tags, response: { 200: CreationRequest } } },
      async (request) => {
        const { signedIn, visit } = await signedInOf(app, request);
        return unwrap(await beginAddPasskey(accounts, signedIn, visit));
      },
    );
    server.post(
      "/account/passkeys",
      { schema: { tags, body: PasskeyAdd, response: { 201: Passkey } } },
      async (request, reply) => {
        const signed = await signedInOf(app, request);
        const passkey = unwrap(await addPasskey(accounts, signed, request.body));
        return reply.code(201).send(passkey);
      },
    );
    server.patch(
      "/account/passkeys/:id",
      { schema: { tags, params: Params, body: PasskeyRename, response: { 200: Passkey } } },
      async (request) => {
        const { signedIn } = await signedInOf(app, request);
        const renaming = { ...request.params, ...request.body };
        return unwrap(await renamePasskey(accounts, signedIn, renaming));
      },
    );
    server.delete(
      "/account/passkeys/:id",
      { schema: { tags, params: Params, response: { 204: z.null() } } },
      async (request, reply) => {
        const { signedIn } = await signedInOf(app, request);
        unwrap(await revokePasskey(accounts, signedIn, request.params.id));
        return reply.code(204).send(null);
      },
    );
  };

const passwordRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const { accounts } = app;
    server.post(
      "/account/totp/begin",
      { schema: { tags, response: { 200: TotpEnrolment } } },
      async (request) => {
        const { signedIn } = await signedInOf(app, request);
        return unwrap(await beginAccountTotp(accounts, signedIn));
      },
    );
    server.put(
      "/account/password",
      { schema: { tags, body: PasswordSet, response: { 200: RecoveryCodes } } },
      async (request) => {
        const { signedIn } = await signedInOf(app, request);
        return unwrap(await setPassword(accounts, signedIn, request.body));
      },
    );
    server.post(
      "/account/recovery-codes",
      { schema: { tags, response: { 200: RecoveryCodes } } },
      async (request) => {
        const { signedIn } = await signedInOf(app, request);
        return unwrap(await renewRecoveryCodes(accounts, signedIn));
      },
    );
  };
