import { AssertionRequest, SignatureBegin } from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { beginSignature } from "../../application/accounts/credentials/signatures.ts";
import type { App } from "../app.ts";
import { actingFor, unwrap } from "./signed-in.ts";

/** The assertion comes back within the command that is signed, as `SignedHash`. */
export const signatureRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const begin = beginSignature(app.accounts);
    server.post(
      "/signatures/begin",
      {
        schema: {
          tags: ["signatures"],
          body: SignatureBegin,
          response: { 200: AssertionRequest },
        },
      },
      async (request) => {
        const { acting, visit } = await actingFor(app, request);
        return unwrap(await begin(acting, { visit, hash: request.body.hash }));
      },
    );
  };
