import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { published, readBundle } from "../../application/registry/read-rules.ts";
import type { App } from "../app.ts";
import { portalPage } from "../portal-files.ts";
import { HttpProblem } from "../problems.ts";
import { VersionParams } from "./rule-params.ts";
import { publishedPack } from "./rule-routes.ts";
import { unwrapRule } from "./unwrap-rule.ts";

type Params = { id: string; version: string };
type FiledParams = { institution: string; rule: string; version: string };
/** Exact text, and the SHA-256 that names it. */
type Machine = { text: string; hash: string };

const JSON_SUFFIX = ".json";

/**
 * The permanent address of a version: a page for people; for programs, which ask for
 * `application/json` or add `.json`, the pack itself, or what was filed.
 */
export const rulePages =
  (app: App): FastifyPluginAsync =>
  async (server) => {
    const page = app.portalFolder === null ? null : portalPage(app.portalFolder);
    server.get<{ Params: Params }>("/rules/:id/:version", async (request, reply) => {
      const { id, version } = request.params;
      // A filed rule as a whole: institution and rule. It has no form for programs here.
      if (page !== null && isForPeople(request, version)) return sendPage(reply, page);
      const { pack, contentHash } = publishedPack(app, id, withoutSuffix(version));
      return send(request, reply, { text: JSON.stringify(pack.document), hash: contentHash });
    });
    filedPages(app, server, page);
  };

function filedPages(app: App, server: FastifyInstance, page: string | null): void {
  server.get<{ Params: FiledParams }>(
    "/rules/:institution/:rule/:version",
    async (request, reply) => {
      const { version } = request.params;
      if (page !== null && isForPeople(request, version)) return sendPage(reply, page);
      const asked = VersionParams.safeParse({
        ...request.params,
        version: withoutSuffix(version),
      });
      if (!asked.success) throw new HttpProblem("rule-not-found");
      return send(
        request,
        reply,
        unwrapRule(await readBundle(app.registry, asked.data, published)),
      );
    },
  );
}

const withoutSuffix = (version: string): string =>
  version.endsWith(JSON_SUFFIX) ? version.slice(0, -JSON_SUFFIX.length) : version;

/** Browsers name HTML; whoever names JSON and not HTML is a program. */
function isForPeople({ headers: { accept = "" } }: FastifyRequest, version: string): boolean {
  if (version.endsWith(JSON_SUFFIX)) return false;
  return !accept.includes("application/json") || accept.includes("text/html");
}

const common = (reply: FastifyReply) =>
  reply.header("vary", "accept").header("cache-control", "no-cache");

const sendPage = (reply: FastifyReply, page: string) =>
  common(reply).type("text/html; charset=utf-8").send(page);

function send(request: FastifyRequest, reply: FastifyReply, { text, hash }: Machine) {
  const etag = `"${hash}"`;
  common(reply).header("etag", etag).header("access-control-allow-origin", "*");
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  return reply.type("application/json; charset=utf-8").send(text);
}
