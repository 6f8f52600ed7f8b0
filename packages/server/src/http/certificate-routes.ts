import { Certificate, CertificatePage, Trace } from "@suzheng/api-contract";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { chinaDate } from "../application/clock.ts";
import { proveAbsence, proveCertificate } from "../application/prove-certificate.ts";
import { foldForSearch, foldNumber } from "../application/search-text.ts";
import { traceCertificate } from "../application/trace-certificate.ts";
import type { AnswerCache } from "./answer-cache.ts";
import type { App } from "./app.ts";
import { HttpProblem } from "./problems.ts";
import {
  AsOfQuery,
  asOf,
  certificateSender,
  JSON_TYPE,
  notFound,
  scanValidator,
} from "./send-certificate.ts";
import { statusOn } from "./status-on.ts";
import { typedText } from "./typed-text.ts";

const PAGE_SIZE = 20;

const Params = z.object({ number: typedText(60).min(1) });
const SearchQuery = z.object({
  q: typedText(200).default(""),
  body: typedText(40).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(PAGE_SIZE),
});

const encodeCursor = (number: string) => Buffer.from(number).toString("base64url");

function decodeCursor(cursor: string): string {
  const number = typedText(60).safeParse(Buffer.from(cursor, "base64url").toString());
  if (!number.success) throw new HttpProblem("request-malformed");
  return number.data;
}

async function searchPage(app: App, query: z.infer<typeof SearchQuery>): Promise<CertificatePage> {
  const { q, body, cursor, limit } = query;
  if (foldForSearch(q).length < 2 && body === undefined) throw new HttpProblem("query-too-short");
  const hits = await app.search.search({
    text: q,
    body: body ?? null,
    after: cursor === undefined ? null : decodeCursor(cursor),
    limit: limit + 1,
  });
  const today = chinaDate(app.now());
  const names = new Map<string, string>();
  for (const { institution } of hits) {
    if (names.has(institution)) continue;
    const found = await app.institutions.byApprovalNumber(institution);
    names.set(institution, found?.name ?? institution);
  }
  const shown = hits.slice(0, limit);
  return {
    items: shown.map((hit) => ({
      number: hit.number,
      status: statusOn(today, hit),
      holderName: hit.holderName,
      holderCode: hit.holderCode,
      body: {
        approvalNumber: hit.institution,
        name: names.get(hit.institution) ?? hit.institution,
      },
      itemCode: hit.itemCode,
      issuedOn: hit.issuedOn,
      validUntil: hit.validUntil,
    })),
    next: hits.length > limit ? encodeCursor(shown.at(-1)?.number ?? "") : null,
  };
}

function textOf(result: Awaited<ReturnType<typeof proveAbsence>>): string {
  switch (result.outcome) {
    case "proved":
      return result.text;
    case "recorded":
      throw new HttpProblem("certificate-recorded");
    case "not-published":
      throw new HttpProblem("proof-not-published-yet");
    case "not-found":
      throw notFound(result.lookup);
  }
}

export const certificateRoutes =
  (app: App, cache: AnswerCache): FastifyPluginAsyncZod =>
  async (server) => {
    const tags = ["certificates"];
    const sendCertificate = certificateSender(app, cache);
    server.get(
      "/certificates",
      { schema: { tags, querystring: SearchQuery, response: { 200: CertificatePage } } },
      ({ query }) => searchPage(app, query),
    );
    server.get(
      "/certificates/:number",
      {
        schema: {
          tags,
          params: Params,
          querystring: AsOfQuery,
          response: { 200: Certificate.describe("a certificate on a day") },
        },
        // The body is text already; writing it twice would cost more than the lookup.
        serializerCompiler: () => (text) => text as unknown as string,
        validatorCompiler: scanValidator,
      },
      // The reply sends text that was made from a Certificate.
      ({ params, query }, reply) =>
        sendCertificate({ reply, number: foldNumber(params.number), query }) as Promise<never>,
    );
    server.get(
      "/certificates/:number/trace",
      { schema: { tags, params: Params, querystring: AsOfQuery, response: { 200: Trace } } },
      async ({ params, query }) => {
        const result = await traceCertificate(app, foldNumber(params.number), asOf(query));
        if (!result.found) throw notFound(result);
        return result.trace;
      },
    );
    const sendProof = (reply: FastifyReply, name: string, text: string) =>
      reply
        .header("content-type", JSON_TYPE)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header("cache-control", "no-store")
        .send(text);
    server.get(
      "/certificates/:number/proof",
      { schema: { tags, params: Params } },
      async ({ params }, reply) => {
        const number = foldNumber(params.number);
        const text = textOf(await proveCertificate(app, number));
        return sendProof(reply, `${number.replaceAll("/", "-")}.suzheng.json`, text);
      },
    );
    server.get(
      "/certificates/:number/absence",
      { schema: { tags, params: Params } },
      async ({ params }, reply) => {
        const number = foldNumber(params.number);
        const text = textOf(await proveAbsence(app, number));
        return sendProof(reply, `${number.replaceAll("/", "-")}.absence.suzheng.json`, text);
      },
    );
  };
