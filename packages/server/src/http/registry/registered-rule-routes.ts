import {
  HangingCertificates,
  RegisteredRule,
  RegisteredRuleList,
  RegisteredVersion,
} from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { ruleQueries } from "../../application/registry/read-rules.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { JSON_TYPE, RuleParams, VersionParams } from "../rules/rule-params.ts";
import { unwrapRule } from "../rules/unwrap-rule.ts";

const tags = ["rule registry"];

/** What was filed, for the body itself and for regulators. */
export const registeredRuleRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const rules = ruleQueries(app.registry);
    const list = { schema: { tags, response: { 200: RegisteredRuleList } } };
    server.get("/rules", list, async (request) =>
      unwrapRule(await rules.ours((await actingFor(app, request)).acting, null)),
    );
    server.get("/filings", list, async (request) =>
      unwrapRule(await rules.filings((await actingFor(app, request)).acting, null)),
    );
    server.get(
      "/rules/:institution/:rule",
      { schema: { tags, params: RuleParams, response: { 200: RegisteredRule } } },
      async (request) =>
        unwrapRule(await rules.rule((await actingFor(app, request)).acting, request.params)),
    );
    await server.register(registeredVersionRoutes(app));
  };

const registeredVersionRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const rules = ruleQueries(app.registry);
    const address = "/rules/:institution/:rule/versions/:version";
    const params = VersionParams;
    server.get(
      address,
      { schema: { tags, params, response: { 200: RegisteredVersion } } },
      async (request) =>
        unwrapRule(await rules.version((await actingFor(app, request)).acting, request.params)),
    );
    server.get(`${address}/bundle`, { schema: { tags, params } }, async (request, reply) => {
      const { acting } = await actingFor(app, request);
      const { text } = unwrapRule(await rules.bundle(acting, request.params));
      return reply.type(JSON_TYPE).header("cache-control", "no-store").send(text);
    });
    server.get(
      `${address}/certificates`,
      { schema: { tags, params, response: { 200: HangingCertificates } } },
      async (request) =>
        unwrapRule(
          await rules.certificates((await actingFor(app, request)).acting, request.params),
        ),
    );
  };
