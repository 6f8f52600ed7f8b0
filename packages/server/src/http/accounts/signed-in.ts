import { ACTING_FOR_HEADER } from "@suzheng/api-contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Visit } from "../../application/accounts/account-parts.ts";
import type { AccountRefusal } from "../../application/accounts/result.ts";
import {
  actingOf,
  resolveSession,
  SESSION_MS_MAX,
  type SignedIn,
} from "../../application/accounts/sign-in/sessions.ts";
import type { Acting } from "../../application/policy/authorise.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";
import { visitOf } from "./visit.ts";

const SESSION_COOKIE = "suzheng-session";

/** With `__Host-` browsers take it from https only, for this host and every path of it. */
const cookieName = ({ site }: Visit): string =>
  site.isSecure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE;

/** Whether the browser sent a session's cookie, of whatever worth. */
export const carriesSession = ({ cookies }: FastifyRequest): boolean =>
  Object.keys(cookies).some((name) => name.endsWith(SESSION_COOKIE));

const cookieOptions = ({ site }: Visit) =>
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: site.isSecure }) as const;

export function giveCookie(reply: FastifyReply, visit: Visit, token: string): void {
  const maxAge = SESSION_MS_MAX / 1000;
  reply.setCookie(cookieName(visit), token, { ...cookieOptions(visit), maxAge });
}

export function takeCookieBack(reply: FastifyReply, visit: Visit): void {
  reply.clearCookie(cookieName(visit), cookieOptions(visit));
}

export type SignedInVisit = { visit: Visit; signedIn: SignedIn };

/** Who is asking, by the session's cookie; leaves with a problem when nobody is. */
export async function signedInOf(
  app: Pick<App, "accounts" | "publicUrl">,
  request: FastifyRequest,
): Promise<SignedInVisit> {
  const visit = visitOf(app, request);
  const header = request.headers[ACTING_FOR_HEADER];
  const wanted = typeof header === "string" ? decodeHeader(header) : undefined;
  const token = request.cookies[cookieName(visit)];
  return { visit, signedIn: unwrap(await resolveSession(app.accounts, { token, wanted })) };
}

/** Also for whom they act: what commands and queries of a workspace begin with. */
export async function actingFor(
  app: Pick<App, "accounts" | "publicUrl">,
  request: FastifyRequest,
): Promise<SignedInVisit & { acting: Acting }> {
  const signed = await signedInOf(app, request);
  return { ...signed, acting: unwrap(actingOf(signed.signedIn)) };
}

/** Ids of organisations may hold Chinese; a header holds them percent-encoded. */
function decodeHeader(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The value of what was done; leaves with the problem of a refusal. */
export function unwrap<Value>(result: { outcome: "done"; value: Value } | AccountRefusal): Value {
  if (result.outcome === "done") return result.value;
  const { code, retryAfterSeconds } = result;
  throw new HttpProblem(code, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
}
