import {
  CertificateCounts,
  Institution,
  InstitutionCountsList,
  InstitutionPage,
} from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  certificateCounts,
  countedBodies,
} from "../application/institutions/certificate-counts.ts";
import { actingFor, unwrap } from "./accounts/signed-in.ts";
import type { App } from "./app.ts";
import { HttpProblem } from "./problems.ts";
import { typedText } from "./typed-text.ts";

const PAGE_SIZE = 50;

const ListQuery = z.object({
  q: typedText(100).default(""),
  cursor: typedText(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(PAGE_SIZE),
});

const Params = z.object({ approvalNumber: typedText(40) });

const written = (approvalNumber: string) => approvalNumber.normalize("NFKC").trim().toUpperCase();

export const institutionRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const tags = ["institutions"];
    server.get(
      "/institutions",
      { schema: { tags, querystring: ListQuery, response: { 200: InstitutionPage } } },
      async ({ query }) => {
        const { q, cursor, limit } = query;
        const after = cursor ?? null;
        const found = await app.institutions.list({ text: q, after, limit: limit + 1 });
        const items = found.slice(0, limit);
        const next = found.length > limit ? (items.at(-1)?.approvalNumber ?? null) : null;
        return { items, next };
      },
    );
    server.get(
      "/institutions/:approvalNumber",
      { schema: { tags, params: Params, response: { 200: Institution } } },
      async ({ params }) => {
        const found = await app.institutions.byApprovalNumber(written(params.approvalNumber));
        if (found === null) throw new HttpProblem("institution-not-found");
        return found;
      },
    );
    server.get(
      "/institutions/:approvalNumber/certificate-counts",
      { schema: { tags, params: Params, response: { 200: CertificateCounts } } },
      async ({ params }) => {
        const counts = await certificateCounts(app, written(params.approvalNumber));
        if (counts === null) throw new HttpProblem("institution-not-found");
        return counts;
      },
    );
    server.get(
      "/institution-counts",
      { schema: { tags, response: { 200: InstitutionCountsList } } },
      async (request, reply) => {
        reply.header("cache-control", "no-store");
        const { acting } = await actingFor(app, request);
        return { items: unwrap(await countedBodies(app)(acting, null)) };
      },
    );
  };
