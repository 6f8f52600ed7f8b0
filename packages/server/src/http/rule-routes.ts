import { RuleSummary, RuleVersion } from "@suzheng/api-contract";
import { describePack, packSchema } from "@suzheng/rules";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { citationOf, ruleVersionPath } from "../application/rule-citation.ts";
import type { PublishedPack } from "../application/rule-packs.ts";
import type { App } from "./app.ts";
import { HttpProblem } from "./problems.ts";

export const VersionParams = z.object({ id: z.string(), version: z.string() });

function summaries(packs: readonly PublishedPack[]): RuleSummary[] {
  const byRule = Map.groupBy(packs, ({ pack }) => pack.document.id);
  return [...byRule].map(([id, versions]) => {
    const newest = versions.at(-1)?.pack.document;
    if (newest === undefined) throw new Error("a rule has a version");
    const { title, issuer, category } = newest;
    return {
      id,
      title,
      issuer,
      category,
      versions: versions.map(({ pack: { document } }) => ({
        version: document.version,
        inForceFrom: document.inForceFrom,
        inForceUntil: document.inForceUntil,
      })),
    };
  });
}

/** Throws the problem when there is no such version. */
export function publishedPack(app: App, id: string, version: string): PublishedPack {
  const found = app.published.find(
    ({ pack: { document } }) => document.id === id && document.version === version,
  );
  if (found === undefined) throw new HttpProblem("rule-not-found");
  return found;
}

/** An address on this site; a path alone where nobody said how the site is reached. */
export const addressOn = ({ publicUrl }: Pick<App, "publicUrl">, path: string): string =>
  publicUrl === null ? path : new URL(path, publicUrl).href;

function versionOf(app: App, id: string, version: string): RuleVersion {
  const { pack, contentHash } = publishedPack(app, id, version);
  const { category, schemes } = pack.document;
  const address = addressOn(app, ruleVersionPath(id, version));
  const citation = citationOf(pack.document, { address, contentHash });
  const described = { ...describePack(pack), category, schemes: [...schemes] };
  return RuleVersion.parse({ ...described, citation, address, contentHash });
}

export const ruleRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const tags = ["rules"];
    server.get(
      "/rules",
      { schema: { tags, response: { 200: z.object({ items: z.array(RuleSummary) }) } } },
      async () => ({ items: summaries(app.published) }),
    );
    const schema = packSchema();
    server.get("/rules/schema.json", { schema: { tags } }, async (_request, reply) =>
      reply.type("application/schema+json; charset=utf-8").send(JSON.stringify(schema)),
    );
    server.get(
      "/rules/:id",
      { schema: { tags, params: z.object({ id: z.string() }), response: { 200: RuleSummary } } },
      async ({ params }) => {
        const found = summaries(app.published).find(({ id }) => id === params.id);
        if (found === undefined) throw new HttpProblem("rule-not-found");
        return found;
      },
    );
    server.get(
      "/rules/:id/versions/:version",
      { schema: { tags, params: VersionParams, response: { 200: RuleVersion } } },
      async ({ params }) => versionOf(app, params.id, params.version),
    );
  };
