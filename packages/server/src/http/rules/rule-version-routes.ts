import { RuleCertificatePage, RuleDiff } from "@suzheng/api-contract";
import { diffPacks } from "@suzheng/rules";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { App } from "../app.ts";
import { typedText } from "../typed-text.ts";
import { CertificatesQuery, certificatePage } from "./rule-certificate-page.ts";
import { publishedPack, VersionParams } from "./rule-routes.ts";
import { shownDiff } from "./shown-diff.ts";

function diffOf(app: App, id: string, between: { from: string; to: string }): RuleDiff {
  const from = publishedPack(app, id, between.from).pack;
  const to = publishedPack(app, id, between.to).pack;
  const clauses = [...from.document.clauses, ...to.document.clauses];
  return shownDiff(diffPacks(from, to), { title: to.document.title, clauses });
}

async function certificatesOf(
  app: App,
  version: z.infer<typeof VersionParams>,
  query: z.infer<typeof CertificatesQuery>,
): Promise<RuleCertificatePage> {
  const { document } = publishedPack(app, version.id, version.version).pack;
  const { id, itemCodes, inForceFrom: issuedFrom, inForceUntil: issuedBefore } = document;
  const scope = { institution: null, judgedRule: id, itemCodes, issuedFrom, issuedBefore };
  return await certificatePage(app, scope, query);
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
          querystring: CertificatesQuery,
          response: { 200: RuleCertificatePage },
        },
      },
      async ({ params, query }) => certificatesOf(app, params, query),
    );
  };
