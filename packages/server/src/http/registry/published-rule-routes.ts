import {
  PublishedVersion,
  RegisteredRule,
  RuleBundle,
  RuleCertificatePage,
  RuleDiff,
  RuleVersionLabel,
} from "@suzheng/api-contract";
import { encodeBundle } from "@suzheng/log-format";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  citedAs,
  diffPublished,
  readPublished,
} from "../../application/registry/read-published.ts";
import {
  published,
  readBundle,
  readFiledFile,
  readRule,
  readVersion,
  type VersionName,
} from "../../application/registry/read-rules.ts";
import { filedVersionPath } from "../../application/rules/rule-citation.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";
import { CertificatesQuery, certificatePage } from "../rules/rule-certificate-page.ts";
import { JSON_TYPE, RuleParams, VersionParams } from "../rules/rule-params.ts";
import { addressOn } from "../rules/rule-routes.ts";
import { shownDiff } from "../rules/shown-diff.ts";
import { unwrapRule } from "../rules/unwrap-rule.ts";
import { FILE_ADDRESS, FileParams, sendRuleFile } from "./send-rule-file.ts";

const tags = ["rule registry"];
const IMMUTABLE = "public, max-age=31536000, immutable";
const VERSION = "/:institution/:rule/versions/:version";

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
      "/:institution/:rule/diff",
      {
        schema: {
          tags,
          params: RuleParams,
          querystring: z.object({ from: RuleVersionLabel, to: RuleVersionLabel }),
          response: { 200: RuleDiff },
        },
      },
      async ({ params, query }) => {
        const { diff, from, to } = unwrapRule(await diffPublished(registry, params, query));
        const clauses = [...from.clauses, ...to.clauses];
        return shownDiff(diff, { title: to.title, clauses });
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
    await server.register(publishedVersionRoutes(app));
  };

const publishedVersionRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const { registry } = app;
    server.get(
      VERSION,
      { schema: { tags, params: VersionParams, response: { 200: PublishedVersion } } },
      async ({ params }) => {
        const version = unwrapRule(await readPublished(registry, params));
        const address = addressOn(app, filedVersionPath(params));
        return { ...version, address, citation: citedAs(version, address) };
      },
    );
    server.get(
      `${VERSION}/bundle`,
      { schema: { tags, params: VersionParams } },
      async (request, reply) => {
        const bundle = unwrapRule(await readBundle(registry, request.params, published));
        const tag = `"${bundle.hash}"`;
        reply.headers({ etag: tag, "cache-control": IMMUTABLE });
        if (request.headers["if-none-match"] === tag) return reply.code(304).send();
        return reply.type(JSON_TYPE).send(bundle.text);
      },
    );
    server.get(FILE_ADDRESS, { schema: { tags, params: FileParams } }, async (request, reply) => {
      const found = unwrapRule(await readFiledFile(registry, request.params, published));
      return sendRuleFile(reply.header("cache-control", IMMUTABLE), found);
    });
    server.get(
      `${VERSION}/certificates`,
      {
        schema: {
          tags,
          params: VersionParams,
          querystring: CertificatesQuery,
          response: { 200: RuleCertificatePage },
        },
      },
      async ({ params, query }) => certificatesOf(app, params, query),
    );
  };

async function certificatesOf(
  app: App,
  name: VersionName,
  query: z.infer<typeof CertificatesQuery>,
): Promise<RuleCertificatePage> {
  const version = unwrapRule(await readVersion(app.registry, name, published));
  const { institution, itemCodes, inForceFrom, inForceUntil: issuedBefore } = version;
  if (inForceFrom === null) throw new Error("a published version is in force from a day on");
  const scope = { institution, judgedRule: null, itemCodes, issuedFrom: inForceFrom, issuedBefore };
  return await certificatePage(app, scope, query);
}

/** JSON Schema of what is filed, for whoever reads bundles by program. */
export const bundleSchema = (): object => z.toJSONSchema(RuleBundle);
