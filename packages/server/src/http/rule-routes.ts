import { RuleSummary, RuleVersion } from "@suzheng/api-contract";
import { describePack } from "@suzheng/rules";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { PublishedPack } from "../application/rule-packs.ts";
import type { App } from "./app.ts";
import { HttpProblem } from "./problems.ts";

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

function versionOf(app: App, id: string, version: string): RuleVersion {
  const found = app.published.find(
    ({ pack: { document } }) => document.id === id && document.version === version,
  );
  if (found === undefined) throw new HttpProblem("rule-not-found");
  return RuleVersion.parse({ ...describePack(found.pack), contentHash: found.contentHash });
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
      {
        schema: {
          tags,
          params: z.object({ id: z.string(), version: z.string() }),
          response: { 200: RuleVersion },
        },
      },
      async ({ params }) => versionOf(app, params.id, params.version),
    );
  };
