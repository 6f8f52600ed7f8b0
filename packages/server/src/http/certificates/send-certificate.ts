import { hash } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import { Day } from "@suzheng/api-contract";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import {
  type Lookup,
  lookUpCertificateText,
  type TextLookup,
} from "../../application/certificates/look-up-certificate.ts";
import { chinaDate } from "../../application/clock.ts";
import { type Answer, type AnswerCache, type ReadyAnswer, readyAnswer } from "../answer-cache.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";

const TAG_CHARACTERS = 22;
export const JSON_TYPE = "application/json; charset=utf-8";

export const AsOfQuery = z.object({
  on: Day.optional().describe(
    "Day asked about, in China; today unless given. For a day to come the answer says " +
      "`asOf.ahead`, and its status is by present records only.",
  ),
  knownAt: z.iso.datetime().optional().describe("Instant of knowledge; now unless given."),
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
            nameEnglish: issuer.nameEnglish,
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

type Scan = { reply: FastifyReply; number: string; query: z.infer<typeof AsOfQuery> };

/**
 * The one route that a whole country scans: answers ready to send, no schema work on the way out.
 */
export function certificateSender(app: App, cache: AnswerCache) {
  async function lookUp({ reply, number, query }: Scan): Promise<void> {
    const sizes = cache.sizes();
    const lookup = await lookUpCertificateText(app, number, asOf(query));
    if (!lookup.found) throw notFound(lookup);
    const answer = answerOf(lookup);
    if (isNow(query)) cache.put(number, answer, sizes);
    send(reply, readyAnswer(answer, lookup.knownAt));
  }

  return (scan: Scan): Promise<void> | undefined => {
    const { reply, number, query } = scan;
    const knownAt = app.now();
    const ready = isNow(query) ? cache.get({ number, on: chinaDate(knownAt), knownAt }) : null;
    if (ready === null) return lookUp(scan);
    send(reply, ready);
    return undefined;
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

type Ready = { raw: FastifyReply["raw"]; headers: OutgoingHttpHeaders; body: string };

/** Answers that became ready in this turn of the event loop. */
let ready: Ready[] = [];

/**
 * One behind the other, so that who waits for several of them is woken once: waking costs more than
 * the answer. A client that has gone away meanwhile is written to in vain and harms nobody.
 */
function sendReady(): void {
  const all = ready;
  ready = [];
  for (const { raw, headers, body } of all) raw.writeHead(200, headers).end(body, "latin1");
}

/**
 * Past the framework and in one piece with the head: a body in bytes of its own would cost a third
 * more. Headers that hooks have set go along.
 */
function send(reply: FastifyReply, { body, etag }: ReadyAnswer): void {
  reply.header("etag", etag).header("cache-control", "no-cache");
  if (reply.request.headers["if-none-match"] === etag) {
    void reply.code(304).send();
    return;
  }
  reply.header("content-type", JSON_TYPE).header("content-length", body.length);
  reply.hijack();
  // Its type allows for headers of requests too.
  const headers = reply.getHeaders() as OutgoingHttpHeaders;
  if (ready.push({ raw: reply.raw, headers, body }) === 1) setImmediate(sendReady);
}
