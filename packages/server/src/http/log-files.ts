import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { parseTilePath } from "@suzheng/merkle";
import type { FastifyPluginAsync } from "fastify";
import { HttpProblem } from "./problems.ts";

const LOG_ID = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
const IMMUTABLE = "public, max-age=31536000, immutable";
/** A checkpoint is replaced about once a second; C2SP tlog-tiles: cache a few seconds. */
const CHECKPOINT = "public, max-age=1";
/** A body is connected now and then. */
const VKEYS = "public, max-age=60";

/** The logs as static files, C2SP tlog-tiles. Only well-formed paths reach the disk. */
export const logFiles =
  (publicFolder: string): FastifyPluginAsync =>
  async (server) => {
    await server.register(fastifyStatic, { root: join(publicFolder, "log"), serve: false });
    server.get("/log/vkeys", async (_request, reply) =>
      reply
        .header("access-control-allow-origin", "*")
        .header("cache-control", VKEYS)
        .header("content-type", "text/plain; charset=utf-8")
        .sendFile("vkeys", { cacheControl: false, contentType: false }),
    );
    server.get<{ Params: { log: string; "*": string } }>("/log/:log/*", async (request, reply) => {
      const { log, "*": path } = request.params;
      const isCheckpoint = path === "checkpoint";
      reply.header("access-control-allow-origin", "*");
      if (!LOG_ID.test(log) || !(isCheckpoint || parseTilePath(path) !== null)) {
        throw new HttpProblem("route-not-found");
      }
      reply.header("cache-control", isCheckpoint ? CHECKPOINT : IMMUTABLE);
      const type = isCheckpoint ? "text/plain; charset=utf-8" : "application/octet-stream";
      return reply.header("content-type", type).sendFile(`${log}/${path}`, {
        cacheControl: false,
        contentType: false,
      });
    });
  };
