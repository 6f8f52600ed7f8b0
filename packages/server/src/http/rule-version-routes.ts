import { RuleCertificatePage, RuleDiff } from "@suzheng/api-contract";
import { diffPacks } from "@suzheng/rules";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { chinaDate } from "../application/clock.ts";
import type { App } from "./app.ts";
import { publishedPack, VersionParams } from "./rule-routes.ts";
import { statusOn } from "./status-on.ts";
import { typedText } from "./typed-text.ts";

const PAGE_SIZE = 20;

const PageQuery = z.object({
  cursor: typedText(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(PAGE_SIZE),
});

const CONVENTION = {
  zh: "按惯例归入：颁证日期在本版本施行期间，认证项目在本版本的项目代码之下；不含暂不公开的证书。各次上报实际依据的版本见证书的过程。",
  en: "By convention: issued on a day on which this version was in force, for an item under its item codes; withheld certificates are left out. Which version each report was judged by stands in the certificate's trace.",
};

function diffOf(app: App, id: string, between: { from: string; to: string }): RuleDiff {
  const from = publishedPack(app, id, between.from).pack;
  const to = publishedPack(app, id, between.to).pack;
  const titles = new Map(
    [...from.document.clauses, ...to.document.clauses].map(({ number, title }) => [number, title]),
  );
  const diff = diffPacks(from, to);
  return RuleDiff.parse({
    ...diff,
    title: to.document.title,
    clauses: diff.clauses.map((clause) => ({
      ...clause,
      title: titles.get(clause.number) ?? { zh: clause.number, en: clause.number },
    })),
  });
}

async function certificatesOf(
  app: App,
  version: z.infer<typeof VersionParams>,
  { cursor, limit }: z.infer<typeof PageQuery>,
): Promise<RuleCertificatePage> {
  const { document } = publishedPack(app, version.id, version.version).pack;
  const { itemCodes, inForceFrom: issuedFrom, inForceUntil: issuedBefore } = document;
  const page = { after: cursor ?? null, limit: limit + 1 };
  const scope = { itemCodes, issuedFrom, issuedBefore };
  const found =
    itemCodes.length === 0 ? [] : await app.ruleCertificates.list({ ...scope, ...page });
  const today = chinaDate(app.now());
  const shown = found.slice(0, limit);
  return {
    convention: CONVENTION,
    ...scope,
    items: shown.map(({ institution, institutionName, ...certificate }) => ({
      ...certificate,
      status: statusOn(today, certificate),
      body: { approvalNumber: institution, name: institutionName },
    })),
    next: found.length > limit ? (shown.at(-1)?.number ?? null) : null,
  };
}

/** What is said of a version beside its text. */
export const ruleVersionRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const tags = ["rules"];
    server.get(
      "/rules/:id/diff",
      {
        schema: {
          tags,
          params: z.object({ id: z.string() }),
          querystring: z.object({ from: typedText(60), to: typedText(60) }),
          response: { 200: RuleDiff },
        },
      },
      async ({ params, query }) => diffOf(app, params.id, query),
    );
    server.get(
      "/rules/:id/versions/:version/certificates",
      {
        schema: {
          tags,
          params: VersionParams,
          querystring: PageQuery,
          response: { 200: RuleCertificatePage },
        },
      },
      async ({ params, query }) => certificatesOf(app, params, query),
    );
  };
