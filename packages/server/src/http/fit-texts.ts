import type { FastifyRequest } from "fastify";
import { isUnfitText } from "../application/unfit-text.ts";
import { HttpProblem } from "./problems.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The route looks at the texts of its body by itself, and says more about them. */
    looksAtTexts?: true;
  }
}

/**
 * No text that the database cannot store gets as far as a route: it would end as a fault there,
 * wherever a route forgot to look.
 */
export async function refuseUnfitTexts(request: FastifyRequest): Promise<void> {
  const { params, query, body, routeOptions } = request;
  const given = routeOptions.config.looksAtTexts ? [params, query] : [params, query, body];
  if (hasUnfitText(given)) throw new HttpProblem("request-malformed");
}

/** No recursion: how deep a body goes is up to whoever sends it. */
function hasUnfitText(given: unknown): boolean {
  const waiting = [given];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string" && isUnfitText(value)) return true;
    if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) continue;
    for (const [name, inside] of Object.entries(value)) {
      if (isUnfitText(name)) return true;
      waiting.push(inside);
    }
  }
  return false;
}
