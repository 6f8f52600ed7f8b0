import type { FastifyRequest } from "fastify";
import type { TokenOwner } from "../application/tokens.ts";
import type { App } from "./app.ts";
import { HttpProblem } from "./problems.ts";

/** Who hands something in; leaves with a problem when the token is missing or unknown. */
export async function ownerOf(app: App, request: FastifyRequest): Promise<TokenOwner> {
  const [scheme, token] = (request.headers.authorization ?? "").split(" ");
  if (scheme?.toLowerCase() !== "bearer" || token === undefined) {
    throw new HttpProblem("token-missing");
  }
  const owner = await app.tokens.ownerOf(token);
  if (owner === null) throw new HttpProblem("token-unknown");
  return owner;
}
