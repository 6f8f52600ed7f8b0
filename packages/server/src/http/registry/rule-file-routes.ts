import { RULE_FILE_BYTES_MAX, RuleFile, RuleFileName, Sha256Hex } from "@suzheng/api-contract";
import type { FastifyError } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { ruleQueries } from "../../application/registry/read-rules.ts";
import { ruleFileCommands } from "../../application/registry/rule-files.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";
import { unwrapRule } from "../rules/unwrap-rule.ts";
import { FILE_ADDRESS, FileParams, sendRuleFile } from "./send-rule-file.ts";

const tags = ["rule registry"];
/** Not a type that forms can send, so that no other site can make a browser send it. */
const SENT_AS = "application/octet-stream";

/** Files kept to be filed with rules, and those that were. */
export const ruleFileRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const files = ruleFileCommands(app.registry);
    const rules = ruleQueries(app.registry);
    server.addContentTypeParser(
      SENT_AS,
      { parseAs: "buffer", bodyLimit: RULE_FILE_BYTES_MAX },
      (_request, body, done) => done(null, body),
    );
    server.post(
      "/files",
      {
        bodyLimit: RULE_FILE_BYTES_MAX,
        errorHandler: tooLarge,
        // Before so many bytes are read.
        onRequest: async (request) => void (await actingFor(app, request)),
        schema: {
          tags,
          consumes: [SENT_AS],
          querystring: z.object({ name: RuleFileName }),
          response: { 201: RuleFile },
        },
      },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        const content = request.body;
        if (!Buffer.isBuffer(content)) throw new HttpProblem("rule-file-type-unknown");
        const { name } = request.query;
        return reply.code(201).send(unwrapRule(await files.keep(acting, { name, content })));
      },
    );
    server.get(
      "/files/:sha256",
      { schema: { tags, params: z.object({ sha256: Sha256Hex }) } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        return sendRuleFile(reply, unwrapRule(await files.read(acting, request.params.sha256)));
      },
    );
    server.get(
      `/rules${FILE_ADDRESS}`,
      { schema: { tags, params: FileParams } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        return sendRuleFile(reply, unwrapRule(await rules.file(acting, request.params)));
      },
    );
  };

function tooLarge(error: FastifyError): never {
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") throw new HttpProblem("rule-file-too-large");
  throw error;
}
