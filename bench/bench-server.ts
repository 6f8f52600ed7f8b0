import type { AddressInfo } from "node:net";
import type { Platform } from "@suzheng/server";
import { composeApp } from "../packages/server/src/compose/app.ts";
import { createHttpServer } from "../packages/server/src/http/http-server.ts";

export type BenchServer = {
  port: number;
  /** What `/bare` answers from now on: these bytes with these headers, and nothing computed. */
  answerBare(body: string | Buffer, headers: Record<string, string>): void;
  close(): Promise<void>;
};

/** The real HTTP server, with one route more whose answer is ready: what HTTP itself costs here. */
export async function serveWithBareRoute(
  platform: Platform,
  portalFolder: string | null = null,
): Promise<BenchServer> {
  const app = await composeApp(platform, { demo: false, portalFolder });
  const server = await createHttpServer(app);
  let bare: { body: string | Buffer; headers: Record<string, string> } = { body: "", headers: {} };
  server.get("/bare", (_request, reply) => reply.headers(bare.headers).send(bare.body));
  await server.listen({ host: "127.0.0.1", port: 0 });
  return {
    port: (server.server.address() as AddressInfo).port,
    answerBare(body, headers) {
      bare = { body, headers };
    },
    close: () => server.close(),
  };
}
