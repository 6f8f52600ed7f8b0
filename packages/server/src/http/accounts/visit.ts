import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import type { Visit } from "../../application/accounts/account-parts.ts";
import type { Site } from "../../application/accounts/credentials/credentials.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/** The site that a browser sees. Host headers are believed for this machine's own names only. */
function siteOf({ publicUrl }: Pick<App, "publicUrl">, request: FastifyRequest): Site {
  if (publicUrl !== null) return toSite(new URL(publicUrl));
  if (!LOOPBACK.test(request.host)) throw new HttpProblem("public-url-unset");
  return toSite(new URL(`http://${request.host}`));
}

function toSite({ origin, hostname, protocol }: URL): Site {
  const isAddress = isIP(hostname.replaceAll(/[[\]]/g, "")) !== 0;
  return { origin, rpId: isAddress ? null : hostname, isSecure: protocol === "https:" };
}

/**
 * Leaves with a problem when a page of another site sent what may change something. Browsers say
 * from where in `Origin`; programs that say nothing carry no cookie of somebody else.
 */
function refuseCrossSite(site: Site, request: FastifyRequest): void {
  if (SAFE_METHODS.includes(request.method)) return;
  const { origin, "sec-fetch-site": fetchSite } = request.headers;
  const isOurs =
    origin === undefined
      ? fetchSite === undefined || fetchSite === "same-origin" || fetchSite === "none"
      : origin === site.origin;
  if (!isOurs) throw new HttpProblem("cross-site-request");
}

/** From where the request came; the way to everything that uses the session's cookie. */
export function visitOf(app: Pick<App, "publicUrl">, request: FastifyRequest): Visit {
  const site = siteOf(app, request);
  refuseCrossSite(site, request);
  return { site, address: request.ip, userAgent: request.headers["user-agent"] ?? "" };
}
