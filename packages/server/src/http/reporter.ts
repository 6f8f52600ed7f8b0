import type { FastifyRequest } from "fastify";
import {
  type Reporter,
  reporterByRole,
  reporterByToken,
} from "../application/imports/report-imports.ts";
import { actingFor, carriesSession, unwrap } from "./accounts/signed-in.ts";
import type { App } from "./app.ts";
import { ownerOf } from "./token-owner.ts";

/** Who hands in: by the reporting token of a body, or as a person who acts for one. */
export async function reporterOf(app: App, request: FastifyRequest): Promise<Reporter> {
  const isPerson = request.headers.authorization === undefined && carriesSession(request);
  if (!isPerson) return reporterByToken(await ownerOf(app, request));
  const { acting } = await actingFor(app, request);
  return unwrap(await reporterByRole(app.store)(acting, null));
}
