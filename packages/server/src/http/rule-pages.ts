import type { FastifyPluginAsync } from "fastify";
import type { App } from "./app.ts";
import { portalPage } from "./portal-files.ts";
import { publishedPack } from "./rule-routes.ts";

type Params = { id: string; version: string };

const JSON_SUFFIX = ".json";

/**
 * The permanent address of a version: a page for people; the pack itself for programs, which ask
 * for `application/json` or add `.json`.
 */
export const rulePages =
  (app: App): FastifyPluginAsync =>
  async (server) => {
    const page = app.portalFolder === null ? null : portalPage(app.portalFolder);
    server.get<{ Params: Params }>("/rules/:id/:version", async (request, reply) => {
      const { id, version } = request.params;
      const accept = request.headers.accept ?? "";
      const isSuffixed = version.endsWith(JSON_SUFFIX);
      reply.header("vary", "accept").header("cache-control", "no-cache");
      if (page !== null && !isSuffixed && !wantsJson(accept)) {
        return reply.type("text/html; charset=utf-8").send(page);
      }
      const name = isSuffixed ? version.slice(0, -JSON_SUFFIX.length) : version;
      const { pack, contentHash } = publishedPack(app, id, name);
      const etag = `"${contentHash}"`;
      reply.header("etag", etag).header("access-control-allow-origin", "*");
      if (request.headers["if-none-match"] === etag) return reply.code(304).send();
      return reply.type("application/json; charset=utf-8").send(JSON.stringify(pack.document));
    });
  };

/** Browsers name HTML; whoever names JSON and not HTML is a program. */
const wantsJson = (accept: string): boolean =>
  accept.includes("application/json") && !accept.includes("text/html");
