import type { Role } from "@suzheng/api-contract";
import type { FastifyInstance } from "fastify";
import { generate } from "otplib";
import { invite } from "../../application/accounts/members/members.ts";
import { composeApp } from "../../compose/app.ts";
import { connectBody, openTestPlatform, type TestPlatform } from "../../testing/test-platform.ts";
import { createHttpServer } from "../http-server.ts";

export const SITE = "http://localhost:8080";
export const PASSWORD = "four unrelated words here";

type Answer = {
  status: number;
  /** Of a problem; empty otherwise. */
  code: string;
  body: Record<string, unknown>;
  headers: Record<string, unknown>;
};

export type Browser = {
  send(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Headers of every further request, over those that a browser sends by itself. */
  headers: Record<string, string | undefined>;
  cookie: string | null;
};

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Keeps the session's cookie and says where its page is from, as browsers do. */
export function testBrowser(server: FastifyInstance, site = SITE): Browser {
  const browser: Browser = {
    headers: {},
    cookie: null,
    async send(method, path, body) {
      const headers = {
        host: new URL(site).host,
        "user-agent": "test browser",
        ...(method === "GET" ? {} : { origin: site }),
        ...(browser.cookie === null ? {} : { cookie: browser.cookie }),
        ...browser.headers,
      };
      const given = Object.entries(headers).filter(([, value]) => value !== undefined);
      const reply = await server.inject({
        method: method as Method,
        url: `/api/v1${path}`,
        headers: Object.fromEntries(given),
        ...(body === undefined ? {} : { payload: body as object }),
      });
      for (const { name, value } of reply.cookies) {
        browser.cookie = value === "" ? null : `${name}=${value}`;
      }
      const read = reply.body === "" ? {} : (JSON.parse(reply.body) as Record<string, unknown>);
      const code = typeof read.code === "string" && reply.statusCode >= 400 ? read.code : "";
      return { status: reply.statusCode, code, body: read ?? {}, headers: reply.headers };
    },
  };
  return browser;
}

export type Person = Browser & { signInName: string; totpSecret: string; recoveryCodes: string[] };

export type Workplace = Awaited<ReturnType<typeof openWorkplace>>;

/** A server with one connected body, a clock that tests move, and people who can be hired. */
export async function openWorkplace(options: { publicUrl?: string; demo?: boolean } = {}) {
  const clock = { at: Date.parse("2026-11-22T04:00:00.000Z") };
  const platform: TestPlatform = await openTestPlatform({
    now: () => new Date(clock.at).toISOString(),
  });
  const body = await connectBody(platform);
  const { demo = false, publicUrl = null } = options;
  const app = await composeApp(platform, { demo, portalFolder: null, publicUrl });
  const server = await createHttpServer(app);
  let hired = 0;

  const inviteTo = async (institution: string, roles: readonly Role[]): Promise<string> => {
    const asked = { institution, roles, name: null, invitedBy: null, origin: SITE };
    const invited = await invite(platform.accounts, asked);
    if (invited.outcome === "refused") throw new Error(invited.code);
    return invited.value.code;
  };

  return {
    platform,
    app,
    server,
    body,
    clock,
    inviteTo,
    browser: () => testBrowser(server, publicUrl ?? SITE),
    totp: (secret: string) => generate({ secret, epoch: Math.floor(clock.at / 1000) }),
    later(ms: number) {
      clock.at += ms;
    },
    /** A person with password and authenticator, signed in. */
    async hire(roles: readonly Role[], institution = body): Promise<Person> {
      const code = await inviteTo(institution, roles);
      const browser = testBrowser(server, publicUrl ?? SITE);
      hired += 1;
      const signInName = `person-${hired}`;
      const { body: enrolment } = await browser.send("POST", "/invitations/totp/begin", { code });
      const totpSecret = String(enrolment.secret);
      const totp = await generate({ secret: totpSecret, epoch: Math.floor(clock.at / 1000) });
      const { status, body: welcome } = await browser.send("POST", "/invitations/accept", {
        code,
        signInName,
        name: `样例${hired}`,
        by: { means: "password", password: PASSWORD, totp },
      });
      if (status !== 200) throw new Error(JSON.stringify(welcome));
      const recoveryCodes = welcome.recoveryCodes as string[];
      return Object.assign(browser, { signInName, totpSecret, recoveryCodes });
    },
    async close() {
      await server.close();
      await platform.remove();
    },
  };
}
