import type { Socket } from "node:net";
import { totalmem } from "node:os";
import cookie from "@fastify/cookie";
import swagger from "@fastify/swagger";
import type { LocalText } from "@suzheng/api-contract";
import { CODE_LISTS } from "@suzheng/certification";
import { type InputIssue, inputMistake } from "@suzheng/rules";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { z } from "zod";
import { CodedError } from "../application/coded-error.ts";
import { accountRoutes } from "./accounts/account-routes.ts";
import { type AnswerCache, answerBytesFor, answerCache } from "./answer-cache.ts";
import type { App } from "./app.ts";
import { certificateRoutes } from "./certificates/certificate-routes.ts";
import { qrCode } from "./certificates/qr-code.ts";
import { withholdingRoutes } from "./certificates/withholding-routes.ts";
import { refuseUnfitTexts } from "./fit-texts.ts";
import { importRoutes } from "./imports/import-routes.ts";
import { institutionRoutes } from "./institution-routes.ts";
import { logFiles } from "./log-files.ts";
import { metricsRoute } from "./metrics-route.ts";
import { obligationRoutes } from "./obligations/obligation-routes.ts";
import { portalFiles, portalPage, UNBUILT_PAGE } from "./portal-files.ts";
import { HttpProblem, problem } from "./problems.ts";
import { registryRoutes } from "./registry/registry-routes.ts";
import { calculatorRoutes } from "./rules/calculator-routes.ts";
import { rulePages } from "./rules/rule-pages.ts";
import { ruleRoutes } from "./rules/rule-routes.ts";
import { ruleSearchRoutes } from "./rules/rule-search-routes.ts";
import { ruleVersionRoutes } from "./rules/rule-version-routes.ts";
import { whatIfRoutes } from "./what-if/what-if-routes.ts";

const CACHE_REFRESH_MS = 250;

/**
 * Browsers are told to take types as they are given, to frame no page of ours and to say nowhere
 * what was looked at. That pages load nothing from elsewhere stands in the pages themselves.
 */
const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
};

/** The proxy that connects to us; what lies behind it may be made up. */
const trustsNearest = (_address: string, hop: number): boolean => hop === 0;

export async function createHttpServer(app: App): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    trustProxy: app.trustProxy ? trustsNearest : false,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    genReqId: () => crypto.randomUUID(),
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (_error, _request, reply) => answerUnreadable(reply as FastifyReply),
  }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.addHook("onRequest", (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });
  server.addHook("preValidation", refuseUnfitTexts);
  metricsRoute(app, server);
  answerErrors(server, app.portalFolder === null ? UNBUILT_PAGE : portalPage(app.portalFolder));
  const cache = refreshedCache(app, server);
  await describeApi(server);
  await server.register(cookie);
  await server.register(accountRoutes(app), { prefix: "/api/v1" });
  await server.register(certificateRoutes(app, cache), { prefix: "/api/v1" });
  await server.register(withholdingRoutes(app), { prefix: "/api/v1" });
  await server.register(ruleRoutes(app), { prefix: "/api/v1" });
  await server.register(ruleSearchRoutes(app), { prefix: "/api/v1" });
  await server.register(ruleVersionRoutes(app), { prefix: "/api/v1" });
  await server.register(calculatorRoutes(app), { prefix: "/api/v1" });
  await server.register(registryRoutes(app), { prefix: "/api/v1" });
  await server.register(obligationRoutes(app), { prefix: "/api/v1" });
  await server.register(whatIfRoutes(app), { prefix: "/api/v1" });
  await server.register(institutionRoutes(app), { prefix: "/api/v1" });
  await server.register(importRoutes(app), { prefix: "/api/v1" });
  await server.register(rulePages(app));
  await server.register(logFiles(app.publicFolder));
  smallRoutes(app, server);
  qrCode(app, server);
  if (app.portalFolder !== null) await server.register(portalFiles(app.portalFolder));
  return server;
}

async function describeApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "溯证 Suzheng", version: "1" } },
    transform: jsonSchemaTransform,
  });
  server.get("/openapi.json", { schema: { hide: true } }, async () => server.swagger());
}

/** Of the machine, or of the container when that has less; 0 stands for no limit. */
const memoryBytes = () => Math.min(totalmem(), process.constrainedMemory() || totalmem());

/**
 * Keeps the cache's view of the logs fresh while the server runs: at once of what this process
 * records, within `CACHE_REFRESH_MS` of what others on the same database do.
 */
function refreshedCache(app: App, server: FastifyInstance): AnswerCache {
  const cache = answerCache(answerBytesFor(memoryBytes()));
  let isReading = false;
  const refresh = async () => {
    // One at a time, so that no older sizes come after newer ones.
    if (isReading) return;
    isReading = true;
    // Without the database nothing cached may be served; the next round looks again.
    await cache.refresh(() => app.logSizes().catch(() => new Map<string, number>()));
    isReading = false;
  };
  const timer = setInterval(() => void refresh(), CACHE_REFRESH_MS);
  const stopListening = app.onGrowth(cache.forget);
  server.addHook("onReady", refresh);
  server.addHook("onClose", async () => {
    clearInterval(timer);
    stopListening();
  });
  return cache;
}

function smallRoutes(app: App, server: FastifyInstance): void {
  const plain = "text/plain; charset=utf-8";
  server.get("/healthz", async (_request, reply) => reply.type(plain).send("ok\n"));
  server.get("/readyz", async (_request, reply) => {
    const ready = await app.isReady().catch(() => false);
    return reply
      .code(ready ? 200 : 503)
      .type(plain)
      .send(ready ? "ready\n" : "not ready\n");
  });
  server.get("/trust.json", async (_request, reply) =>
    reply
      .header("access-control-allow-origin", "*")
      .type("application/json; charset=utf-8")
      .send(app.trustText),
  );
  server.get("/api/v1/about", async () => ({
    name: "溯证 Suzheng",
    version: "0.1.0",
    demo: app.demo,
    origin: app.origin,
  }));
  const lists = Object.fromEntries(
    Object.entries(CODE_LISTS).map(([name, { codes }]) => [name, codes]),
  );
  server.get("/api/v1/code-lists", async (_request, reply) =>
    reply.header("cache-control", "public, max-age=300").send(lists),
  );
}

/** The only place where problems, bad input and faults become HTTP. */
function answerErrors(server: FastifyInstance, page: string): void {
  server.setNotFoundHandler((request, reply) => {
    // A route may have promised to keep its answer for ever; what is missing now may come.
    reply.header("cache-control", "no-store");
    // A person who mistyped an address gets the portal's page, which says so; a program gets a
    // problem.
    if ((request.headers.accept ?? "").includes("text/html")) {
      return reply.code(404).type("text/html; charset=utf-8").send(page);
    }
    const body = problem("route-not-found");
    return reply.code(body.status).type("application/problem+json").send(JSON.stringify(body));
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const body = problemOf(error, request);
    reply.header("cache-control", "no-store");
    if (error instanceof HttpProblem && error.retryAfterSeconds !== null) {
      reply.header("retry-after", error.retryAfterSeconds);
    }
    return reply.code(body.status).type("application/problem+json").send(JSON.stringify(body));
  });
}

/** An address that cannot be decoded, or is too long to be one of ours. */
function answerUnreadable(reply: FastifyReply): void {
  const body = problem("request-malformed");
  reply.code(body.status).type("application/problem+json").send(JSON.stringify(body));
}

/** What is not even HTTP, such as an address with characters that were not encoded. */
function answerBrokenRequest(_error: Error, socket: Socket): void {
  const body = JSON.stringify(problem("request-malformed"));
  if (!socket.writable) return;
  const head = [
    "HTTP/1.1 400 Bad Request",
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function problemOf(error: FastifyError, request: FastifyRequest) {
  if (error instanceof HttpProblem) return error.problem;
  if (error instanceof CodedError) {
    const { code, detail, wayOut } = error;
    return { ...problem("request-malformed"), code, detail, wayOut };
  }
  if (error.code === "FST_REQ_FILE_TOO_LARGE") return problem("upload-too-large");
  if (error.statusCode === 413) return problem("request-too-large");
  if (error.statusCode === 415) return problem("media-type-unsupported");
  if (error.validation !== undefined || (error.statusCode ?? 500) < 500) {
    return problem("request-malformed", { detail: malformedDetail(error) });
  }
  console.error(`request ${request.id}`, error);
  const { detail } = problem("fault");
  return problem("fault", {
    detail: {
      zh: `${detail.zh}请求编号 ${request.id}。`,
      en: `${detail.en}; request ${request.id}`,
    },
  });
}

/** Which field is wrong and what it has to be; patterns and type names help nobody. */
function malformedDetail(error: FastifyError): LocalText {
  const [first] = issuesOf(error);
  if (first !== undefined) {
    const { zh, en } = inputMistake(first);
    return { zh: `${zh}。`, en };
  }
  const { detail } = problem("request-malformed");
  return { zh: `${detail.zh}（${error.message}）`, en: `${detail.en}: ${error.message}` };
}

/** Of a validator of ours as Zod tells them, of the others as the server tells them. */
function issuesOf(error: FastifyError): readonly InputIssue[] {
  if (error instanceof z.ZodError) return error.issues;
  return (error.validation ?? []).map(({ instancePath, keyword, message = "", params }) => {
    const path = instancePath.split("/").filter((part) => part !== "");
    return { ...params, path, code: keyword, message };
  });
}
