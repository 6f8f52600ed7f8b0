import { hash } from "node:crypto";
import { Certificate, CertificatePage, Trace } from "@suzheng/api-contract";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import QRCode from "qrcode";
import { z } from "zod";
import { chinaDate } from "../application/clock.ts";
import { type Lookup, lookUpCertificate } from "../application/look-up-certificate.ts";
import { proveAbsence, proveCertificate } from "../application/prove-certificate.ts";
import { foldForSearch, foldNumber } from "../application/search-text.ts";
import { traceCertificate } from "../application/trace-certificate.ts";
import type { Answer, AnswerCache } from "./answer-cache.ts";
import type { App } from "./app.ts";
import { HttpProblem } from "./problems.ts";
import { typedText } from "./typed-text.ts";

const PAGE_SIZE = 20;
const TAG_CHARACTERS = 22;
const JSON_TYPE = "application/json; charset=utf-8";

const Params = z.object({ number: typedText(60).min(1) });
const AsOfQuery = z.object({ on: z.iso.date().optional(), knownAt: z.iso.datetime().optional() });
const SearchQuery = z.object({
  q: typedText(200).default(""),
  body: typedText(40).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(PAGE_SIZE),
});

/** Instants are compared as texts, so they are written as the log writes them. */
const asOf = ({ on, knownAt }: z.infer<typeof AsOfQuery>) => ({
  on: on ?? null,
  knownAt: knownAt === undefined ? null : new Date(knownAt).toISOString(),
});

export function notFound(missing: Extract<Lookup, { found: false }>): HttpProblem {
  const { code, issuer, answeredAt } = missing;
  return new HttpProblem(code, {
    answeredAt,
    ...(issuer === null
      ? {}
      : {
          issuer: {
            approvalNumber: issuer.approvalNumber,
            name: issuer.name,
            connectedAt: issuer.connectedAt,
          },
        }),
  });
}

const encodeCursor = (number: string) => Buffer.from(number).toString("base64url");

function decodeCursor(cursor: string): string {
  const number = typedText(60).safeParse(Buffer.from(cursor, "base64url").toString());
  if (!number.success) throw new HttpProblem("request-malformed");
  return number.data;
}

/** The status on the day asked: a report that says nothing of expiry does not outlive it. */
function statusOn(
  today: string,
  hit: { status: string; validUntil: string },
): Certificate["status"] {
  const lapses = hit.status === "valid" || hit.status === "suspended";
  return lapses && today > hit.validUntil ? "expired" : (hit.status as Certificate["status"]);
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

const NUMBER = /^[\dA-Za-z/-]{1,60}$/;

/** What nearly every scan sends, a plain number and no query, needs no schema walk. */
function scanValidator({ schema, httpPart }: { schema: unknown; httpPart?: string }) {
  if (!(schema instanceof z.ZodType)) throw new Error("the route is described by zod schemas");
  const parse = (input: unknown) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? { value: parsed.data } : { error: parsed.error };
  };
  return (input: Readonly<Record<string, unknown>>) => {
    const number = input.number;
    const plain =
      httpPart === "params"
        ? typeof number === "string" && NUMBER.test(number)
        : httpPart === "querystring" && Object.keys(input).length === 0;
    return plain ? { value: input } : parse(input);
  };
}

/**
 * The one route that a whole country scans: answers ready to send, no schema work on the way out.
 */
async function sendCertificate(
  app: App,
  cache: AnswerCache,
  {
    reply,
    number,
    query,
  }: { reply: FastifyReply; number: string; query: z.infer<typeof AsOfQuery> },
): Promise<FastifyReply> {
  const isNow = query.on === undefined && query.knownAt === undefined;
  const knownAt = app.now();
  const key = `${number}\n${chinaDate(knownAt)}`;
  const cached = isNow ? cache.get(key) : null;
  if (cached !== null) return send(reply, cached, knownAt);
  const sizes = cache.sizes();
  const lookup = await lookUpCertificate(app, number, asOf(query));
  if (!lookup.found) throw notFound(lookup);
  const { certificate, record } = lookup;
  const answer = { institution: record.institution, ...answerParts(certificate) };
  if (isNow) cache.put(key, answer, sizes);
  return send(reply, answer, certificate.asOf.knownAt);
}

/** Tagged by content: children and late acts change an answer without a newer report of its own. */
function answerParts(certificate: Certificate): Omit<Answer, "institution"> {
  const body = JSON.stringify(certificate);
  const { knownAt } = certificate.asOf;
  // The members before `asOf` hold no instant, so the first one is `knownAt`.
  const at = body.indexOf(knownAt);
  const before = body.slice(0, at);
  const after = body.slice(at + knownAt.length);
  const digest = hash("sha256", before + after, "base64url");
  return { before, after, etag: `"${digest.slice(0, TAG_CHARACTERS)}"` };
}

function send(reply: FastifyReply, answer: Omit<Answer, "institution">, knownAt: string) {
  const { before, after, etag } = answer;
  reply.header("etag", etag).header("cache-control", "no-cache");
  if (reply.request.headers["if-none-match"] === etag) return reply.code(304).send();
  return reply.header("content-type", JSON_TYPE).send(before + knownAt + after);
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
        sendCertificate(app, cache, {
          reply,
          number: foldNumber(params.number),
          query,
        }) as Promise<never>,
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

/** `/c/{number}/qr.svg`: the code that opens this certificate's page. */
export async function qrSvg(pageUrl: string): Promise<string> {
  return QRCode.toString(pageUrl, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
}
