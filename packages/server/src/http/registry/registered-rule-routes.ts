import {
  HangingCertificates,
  RegisteredRule,
  RegisteredRuleList,
  RegisteredVersion,
  RuleId,
  RuleVersionLabel,
} from "@suzheng/api-contract";
import { encodeBundle } from "@suzheng/log-format";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  published,
  readBundle,
  readRule,
  readVersion,
  ruleQueries,
} from "../../application/registry/read-rules.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";
import { typedText } from "../typed-text.ts";
import { unwrapRule } from "./unwrap-rule.ts";

const tags = ["rule registry"];
const RuleParams = z.object({ institution: typedText(60).min(1), rule: RuleId });
const VersionParams = RuleParams.extend({ version: RuleVersionLabel });
const JSON_TYPE = "application/json; charset=utf-8";
const IMMUTABLE = "public, max-age=31536000, immutable";

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

/** Open to everyone, once published. */
export const publishedRuleRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const { registry } = app;
    server.get(
      "/:institution/:rule",
      { schema: { tags, params: RuleParams, response: { 200: RegisteredRule } } },
      async ({ params }) => unwrapRule(await readRule(registry, params, published)),
    );
    server.get(
      "/:institution/:rule/versions/:version",
      { schema: { tags, params: VersionParams, response: { 200: RegisteredVersion } } },
      async ({ params }) => unwrapRule(await readVersion(registry, params, published)),
    );
    server.get(
      "/:institution/:rule/versions/:version/bundle",
      { schema: { tags, params: VersionParams } },
      async (request, reply) => {
        const bundle = unwrapRule(await readBundle(registry, request.params, published));
        const tag = `"${bundle.hash}"`;
        reply.headers({ etag: tag, "cache-control": IMMUTABLE });
        if (request.headers["if-none-match"] === tag) return reply.code(304).send();
        return reply.type(JSON_TYPE).send(bundle.text);
      },
    );
    server.get(
      "/:institution/:rule/proof",
      { schema: { tags, params: RuleParams } },
      async ({ params }, reply) => {
        unwrapRule(await readRule(registry, params, published));
        const proof = await app.prover.proveRule(params.institution, params.rule);
        if (proof === null) throw new HttpProblem("proof-not-published-yet");
        return reply.type(JSON_TYPE).send(encodeBundle(proof));
      },
    );
  };
