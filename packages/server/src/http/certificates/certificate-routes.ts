import { Certificate, CertificatePage, Trace } from "@suzheng/api-contract";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  proveAbsence,
  proveCertificate,
} from "../../application/certificates/prove-certificate.ts";
import { foldNumber } from "../../application/certificates/search-text.ts";
import { traceCertificate } from "../../application/certificates/trace-certificate.ts";
import type { AnswerCache } from "../answer-cache.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";
import { typedText } from "../typed-text.ts";
import { SearchQuery, searchPage } from "./certificate-search-page.ts";
import {
  AsOfQuery,
  asOf,
  certificateSender,
  JSON_TYPE,
  notFound,
  scanValidator,
} from "./send-certificate.ts";

const Params = z.object({ number: typedText(60).min(1) });

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
