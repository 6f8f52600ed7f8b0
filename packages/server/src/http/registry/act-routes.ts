import { PreparedAct, RecordedRuleAct, RuleAct, RuleActRequest } from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { prepareAct, recordAct } from "../../application/registry/acts.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { unwrapRule } from "../rules/unwrap-rule.ts";

const tags = ["rule registry"];

/** What binds somebody: prepared, signed over its hash, recorded. */
export const actRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    server.post(
      "/acts/prepare",
      { schema: { tags, body: RuleAct, response: { 200: PreparedAct } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return unwrapRule(await prepareAct(app.registry, { acting }, request.body));
      },
    );
    server.post(
      "/acts",
      { schema: { tags, body: RuleActRequest, response: { 200: RecordedRuleAct } } },
      async (request) => {
        const { acting, visit } = await actingFor(app, request);
        return unwrapRule(await recordAct(app.registry, { acting, visit }, request.body));
      },
    );
  };
