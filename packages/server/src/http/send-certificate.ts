import { hash } from "node:crypto";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { chinaDate } from "../application/clock.ts";
import {
  type Lookup,
  lookUpCertificateText,
  type TextLookup,
} from "../application/look-up-certificate.ts";
import type { Answer, AnswerCache } from "./answer-cache.ts";
import type { App } from "./app.ts";
import { HttpProblem } from "./problems.ts";

const TAG_CHARACTERS = 22;
export const JSON_TYPE = "application/json; charset=utf-8";

export const AsOfQuery = z.object({
  on: z.iso.date().optional(),
  knownAt: z.iso.datetime().optional(),
});

/** Instants are compared as texts, so they are written as the log writes them. */
export const asOf = ({ on, knownAt }: z.infer<typeof AsOfQuery>) => ({
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

const NUMBER = /^[\dA-Za-z/-]{1,60}$/;

/** What nearly every scan sends, a plain number and no query, needs no schema walk. */
export function scanValidator({ schema, httpPart }: { schema: unknown; httpPart?: string }) {
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

/** The date in China, looked up anew each hour: days begin at full hours. */
function chinaDay(): (instant: string) => string {
  const HOUR_CHARACTERS = "2026-11-22T10".length;
  let hour = "";
  let day = "";
  return (instant) => {
    if (!instant.startsWith(hour) || hour === "") {
      hour = instant.slice(0, HOUR_CHARACTERS);
      day = chinaDate(instant);
    }
    return day;
  };
}

type Scan = { reply: FastifyReply; number: string; query: z.infer<typeof AsOfQuery> };

/**
 * The one route that a whole country scans: answers ready to send, no schema work on the way out.
 */
export function certificateSender(app: App, cache: AnswerCache) {
  const dayOf = chinaDay();

  async function lookUp({ reply, number, query }: Scan): Promise<FastifyReply> {
    const sizes = cache.sizes();
    const lookup = await lookUpCertificateText(app, number, asOf(query));
    if (!lookup.found) throw notFound(lookup);
    const answer = answerOf(lookup);
    if (isNow(query)) cache.put(number, answer, sizes);
    return send(reply, answer, lookup.knownAt);
  }

  return (scan: Scan): FastifyReply | Promise<FastifyReply> => {
    const knownAt = app.now();
    const cached = isNow(scan.query) ? cache.get(scan.number, dayOf(knownAt)) : null;
    return cached === null ? lookUp(scan) : send(scan.reply, cached, knownAt);
  };
}

const isNow = ({ on, knownAt }: Scan["query"]) => on === undefined && knownAt === undefined;

const KNOWN_AT = '"knownAt":"';
const BLANK = 0x20;

/** Tagged by content: children and late acts change an answer without a newer report of its own. */
function answerOf({ text, on, knownAt, record }: Extract<TextLookup, { found: true }>): Answer {
  const bytes = Buffer.from(text);
  // What stands before it holds neither quotation marks nor instants.
  const knownAtByte = bytes.indexOf(KNOWN_AT) + KNOWN_AT.length;
  bytes.fill(BLANK, knownAtByte, knownAtByte + knownAt.length);
  const tag = hash("sha256", bytes, "base64url").slice(0, TAG_CHARACTERS);
  return { institution: record.institution, on, bytes, knownAtByte, etag: `"${tag}"` };
}

function send(reply: FastifyReply, { bytes, knownAtByte, etag }: Answer, knownAt: string) {
  reply.header("etag", etag).header("cache-control", "no-cache");
  if (reply.request.headers["if-none-match"] === etag) return reply.code(304).send();
  bytes.write(knownAt, knownAtByte, "latin1");
  return reply.header("content-type", JSON_TYPE).send(bytes);
}
