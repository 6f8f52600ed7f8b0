import { RulePage, RuleSummary, RuleTranslations, RuleVersion } from "@suzheng/api-contract";
import { describePack, packSchema } from "@suzheng/rules";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { foldForSearch } from "../../application/certificates/search-text.ts";
import { citationOf, ruleVersionPath } from "../../application/rules/rule-citation.ts";
import type { ListedRule, RulePlace } from "../../application/rules/rule-list.ts";
import type { PublishedPack } from "../../application/rules/rule-packs.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";
import { typedText } from "../typed-text.ts";
import { isJudgedFrom } from "./judged-from.ts";
import { VersionQuery, versionFilters } from "./version-query.ts";

export const VersionParams = z.object({ id: z.string(), version: z.string() });

const PAGE_SIZE = 50;

const ListQuery = VersionQuery.extend({
  /** Words, each of which occurs in the id, the number, a title or the approval number. */
  q: typedText(200).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(PAGE_SIZE),
});

const Place = z.tuple([z.boolean(), typedText(120)]);

const encodeCursor = ({ isFiled, address }: RulePlace): string =>
  Buffer.from(JSON.stringify([isFiled, address])).toString("base64url");

function decodeCursor(cursor: string): RulePlace {
  try {
    const json: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const [isFiled, address] = Place.parse(json);
    return { isFiled, address };
  } catch {
    throw new HttpProblem("request-malformed");
  }
}

function summaryOf(app: App, { place: _place, ...rule }: ListedRule): RuleSummary {
  const versions = rule.versions.map((one) => {
    const name = { institution: rule.institution, rule: rule.id, version: one.version };
    return { ...one, isJudgedFrom: isJudgedFrom(app, name) };
  });
  return { ...rule, versions };
}

async function rulePage(app: App, query: z.infer<typeof ListQuery>): Promise<RulePage> {
  const { q = "", cursor, limit } = query;
  const words = q.split(/\s+/u).map(foldForSearch);
  const found = await app.ruleList.list({
    words: words.filter((word) => word !== ""),
    filters: versionFilters(query),
    after: cursor === undefined ? null : decodeCursor(cursor),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((rule) => summaryOf(app, rule)),
    next: found.length > limit && last !== undefined ? encodeCursor(last.place) : null,
  };
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

const inEnglish = ({ translations }: Pick<App, "translations">, zh: string) =>
  translations.texts.find((one) => one.zh === zh) ?? { zh, en: zh };

function versionOf(app: App, id: string, version: string): RuleVersion {
  const { pack, contentHash, sources } = publishedPack(app, id, version);
  const { category, schemes, itemCodes } = pack.document;
  const address = addressOn(app, ruleVersionPath(id, version));
  const number = inEnglish(app, pack.document.number);
  const citation = citationOf({ ...pack.document, number }, { address, contentHash });
  const isFromPlatform = isJudgedFrom(app, { institution: null, rule: id, version });
  const head = { category, schemes, itemCodes, isJudgedFrom: isFromPlatform };
  const names = new Map(app.translations.examples.map(({ zh, en }) => [zh, en]));
  const described = { ...describePack(pack, names), ...head };
  return RuleVersion.parse({ ...described, citation, address, contentHash, sources });
}

export const ruleRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const tags = ["rules"];
    server.get(
      "/rules",
      { schema: { tags, querystring: ListQuery, response: { 200: RulePage } } },
      async ({ query }) => rulePage(app, query),
    );
    const schema = packSchema();
    server.get("/rules/schema.json", { schema: { tags } }, async (_request, reply) =>
      reply.type("application/schema+json; charset=utf-8").send(JSON.stringify(schema)),
    );
    server.get(
      "/rules/translations",
      { schema: { tags, response: { 200: RuleTranslations } } },
      async () => ({ texts: [...app.translations.texts] }),
    );
    server.get(
      "/rules/:id",
      { schema: { tags, params: z.object({ id: typedText(60) }), response: { 200: RuleSummary } } },
      async ({ params }) => {
        const found = await app.ruleList.rule(params.id);
        if (found === null || found.institution !== null) throw new HttpProblem("rule-not-found");
        return summaryOf(app, found);
      },
    );
    server.get(
      "/rules/:id/versions/:version",
      { schema: { tags, params: VersionParams, response: { 200: RuleVersion } } },
      async ({ params }) => versionOf(app, params.id, params.version),
    );
  };
