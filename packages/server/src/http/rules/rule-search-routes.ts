import { Day, RequirementKind, RuleClauseHit, RuleClausePage } from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { foldForSearch } from "../../application/certificates/search-text.ts";
import { clauseFragment, ruleVersionPath } from "../../application/rules/rule-citation.ts";
import type { ClauseHit, ClausePlace } from "../../application/rules/rule-search.ts";
import { gramsOf, snippetOf } from "../../application/rules/rule-search-text.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";
import { typedText } from "../typed-text.ts";
import { isJudgedFrom } from "./judged-from.ts";
import { addressOn } from "./rule-routes.ts";
import { VersionQuery, versionFilters } from "./version-query.ts";

const PAGE_SIZE = 20;
const SNIPPET_WHEN_ELSEWHERE = 96;

const SearchQuery = VersionQuery.extend({
  q: typedText(200),
  kind: RequirementKind.optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(PAGE_SIZE),
});

const Place = z.tuple([z.boolean(), typedText(120), Day, typedText(60), z.int().min(1)]);

const encodeCursor = ({ isFiled, rule, inForceFrom, version, position }: ClausePlace): string =>
  Buffer.from(JSON.stringify([isFiled, rule, inForceFrom, version, position])).toString(
    "base64url",
  );

function decodeCursor(cursor: string): ClausePlace {
  try {
    const json: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const [isFiled, rule, inForceFrom, version, position] = Place.parse(json);
    return { isFiled, rule, inForceFrom, version, position };
  } catch {
    throw new HttpProblem("request-malformed");
  }
}

/** The first text in which it occurs, Chinese before English; or the number alone matched. */
function snippet(hit: ClauseHit, fragment: string): RuleClauseHit["snippet"] {
  const { clauseText, clauseTitle } = hit;
  const places = [
    { language: "zh", text: clauseText.zh },
    { language: "zh", text: clauseTitle.zh },
    { language: "en", text: clauseText.en },
    { language: "en", text: clauseTitle.en },
  ] as const;
  for (const { language, text } of places) {
    const pieces = snippetOf(text, fragment);
    if (pieces !== null) return { language, pieces };
  }
  const start = clauseText.zh.slice(0, SNIPPET_WHEN_ELSEWHERE);
  const text = start === clauseText.zh ? start : `${start}…`;
  return { language: "zh", pieces: [{ text, isMatch: false }] };
}

function shownHit(app: App, hit: ClauseHit, fragment: string): RuleClauseHit {
  const { position: _position, isFiled: _isFiled, clauseText: _text, ...shown } = hit;
  const path = `${ruleVersionPath(hit.rule, hit.version)}#${clauseFragment(hit.clause)}`;
  return RuleClauseHit.parse({
    ...shown,
    isJudgedFrom: isJudgedFrom(app, hit),
    rule: hit.institution === null ? hit.rule : hit.rule.slice(hit.institution.length + 1),
    snippet: snippet(hit, fragment),
    address: addressOn(app, path),
  });
}

async function searchPage(app: App, query: z.infer<typeof SearchQuery>): Promise<RuleClausePage> {
  const { q, kind, cursor, limit } = query;
  const fragment = foldForSearch(q);
  if (gramsOf(fragment).length === 0) throw new HttpProblem("rule-query-too-short");
  const hits = await app.ruleSearch.search({
    fragment,
    filters: { ...versionFilters(query), kind: kind ?? null },
    after: cursor === undefined ? null : decodeCursor(cursor),
    limit: limit + 1,
  });
  const shown = hits.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((hit) => shownHit(app, hit, fragment)),
    next: hits.length > limit && last !== undefined ? encodeCursor(last) : null,
  };
}

/** Search inside the text of rules. */
export const ruleSearchRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    server.get(
      "/rules/search",
      { schema: { tags: ["rules"], querystring: SearchQuery, response: { 200: RuleClausePage } } },
      async ({ query }) => searchPage(app, query),
    );
  };
