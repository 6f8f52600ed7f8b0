import type { FastifyInstance } from "fastify";
import QRCode from "qrcode";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";

const DAY = "public, max-age=86400";

/**
 * `/c/{number}/qr.svg`: the code that opens this certificate's page. Without a configured address
 * it follows the request's, which anyone can make up, so that answer is for nobody else.
 */
export function qrCode(app: App, server: FastifyInstance): void {
  server.get<{ Params: { number: string } }>("/c/:number/qr.svg", async (request, reply) => {
    const base = app.publicUrl ?? `${request.protocol}://${request.host}`;
    const page = URL.parse(`/c/${encodeURIComponent(request.params.number)}`, base);
    if (page === null) throw new HttpProblem("request-malformed");
    reply.header("cache-control", app.publicUrl === null ? "no-store" : DAY);
    return reply.type("image/svg+xml").send(await qrSvg(page.href));
  });
}

const qrSvg = (pageUrl: string): Promise<string> =>
  QRCode.toString(pageUrl, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
