import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";

/** Pages of the portal; the page itself finds out what the address means. */
const PAGES = [
  "/",
  "/c/*",
  "/rules",
  "/rules/*",
  "/calculators",
  "/calculators/*",
  "/bodies",
  "/bodies/*",
  "/verify",
  "/upload",
  "/help",
  "/about",
];

const WORKSPACE_PAGE = "workspace/workspace.html";

export const portalPage = (folder: string): string =>
  readFileSync(join(folder, "index.html"), "utf8");

/** For a visitor of an installation whose operator has still to build the pages. */
export const UNBUILT_PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>溯证 Suzheng</title>
<h1>页面尚未构建</h1>
<p>这里现在只有接口（<a href="/openapi.json">/openapi.json</a>）可用。运营者在安装目录运行 npm ci 和 npm run build -w @suzheng/web，再重新启动服务。</p>
<h2 lang="en">The pages are not built</h2>
<p lang="en">Only the API (<a href="/openapi.json">/openapi.json</a>) answers here. The operator runs npm ci and npm run build -w @suzheng/web in the installation's folder and starts the server again.</p>
</html>
`;

/** The built portal: hashed assets for ever, the page and the service worker fresh each time. */
export const portalFiles =
  (folder: string): FastifyPluginAsync =>
  async (server) => {
    const page = portalPage(folder);
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      // It is served with a nonce of its own each time, never as it lies there.
      globIgnore: [WORKSPACE_PAGE],
      setHeaders(reply, path) {
        const kept = path.includes("/assets/");
        reply.header("cache-control", kept ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
    for (const path of PAGES) {
      server.get(path, async (_request, reply) =>
        reply
          .header("content-type", "text/html; charset=utf-8")
          .header("cache-control", "no-cache")
          .send(page),
      );
    }
    workspacePage(server, join(folder, WORKSPACE_PAGE));
  };

/** Style sheets that the workspace writes while it runs are let in by a nonce of this answer. */
function workspacePage(server: FastifyInstance, file: string): void {
  if (!existsSync(file)) return;
  const page = readFileSync(file, "utf8");
  for (const path of ["/workspace", "/workspace/*"]) {
    server.get(path, { schema: { hide: true } }, async (_request, reply) =>
      reply
        .header("content-type", "text/html; charset=utf-8")
        .header("cache-control", "no-store")
        .send(page.replaceAll("__NONCE__", randomBytes(16).toString("base64"))),
    );
  }
}
