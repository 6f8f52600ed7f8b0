import {
  DraftRevisionList,
  RuleDraft,
  RuleDraftCreate,
  RuleDraftList,
  RuleDraftRestore,
  RuleDraftSave,
  RuleId,
  SelfCheck,
  SelfCheckAsk,
} from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { selfCheckDraft } from "../../application/registry/check-draft.ts";
import { draftCommands } from "../../application/registry/drafts.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { toRuleDraft, unwrapRule } from "../rules/unwrap-rule.ts";

const tags = ["rule registry"];
const Params = z.object({ rule: RuleId });
const RevisionParams = Params.extend({ counter: z.coerce.number().int().min(1).max(1_000_000) });
/** Full texts of a rule and of what it is based on. */
const CONTENT_BYTES_MAX = 8 * 1024 * 1024;

/** Drafts of the institution acted for. */
export const draftRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const drafts = draftCommands(app.registry);
    const response = { 200: RuleDraft };
    // Which draft could not be kept is told with a code of its own.
    const large = { bodyLimit: CONTENT_BYTES_MAX, config: { looksAtTexts: true as const } };
    server.get(
      "/drafts",
      { schema: { tags, response: { 200: RuleDraftList } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        const items = unwrapRule(await drafts.list(acting, null)).map(toRuleDraft);
        return { items };
      },
    );
    server.post(
      "/drafts",
      { ...large, schema: { tags, body: RuleDraftCreate, response: { 201: RuleDraft } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        const created = unwrapRule(await drafts.create(acting, request.body));
        return reply.code(201).send(toRuleDraft(created));
      },
    );
    server.get("/drafts/:rule", { schema: { tags, params: Params, response } }, async (request) => {
      const { acting } = await actingFor(app, request);
      return toRuleDraft(unwrapRule(await drafts.get(acting, request.params.rule)));
    });
    server.put(
      "/drafts/:rule",
      { ...large, schema: { tags, params: Params, body: RuleDraftSave, response } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        const saving = { ...request.params, ...request.body };
        return toRuleDraft(unwrapRule(await drafts.save(acting, saving)));
      },
    );
    await server.register(revisionRoutes(app));
    await server.register(draftEndRoutes(app));
  };

const revisionRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const drafts = draftCommands(app.registry);
    server.get(
      "/drafts/:rule/revisions",
      { schema: { tags, params: Params, response: { 200: DraftRevisionList } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return { items: unwrapRule(await drafts.revisions(acting, request.params.rule)) };
      },
    );
    server.get(
      "/drafts/:rule/revisions/:counter",
      { schema: { tags, params: RevisionParams, response: { 200: RuleDraft } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return toRuleDraft(unwrapRule(await drafts.revision(acting, request.params)));
      },
    );
    server.post(
      "/drafts/:rule/restore",
      { schema: { tags, params: Params, body: RuleDraftRestore, response: { 200: RuleDraft } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        const wanted = { ...request.params, ...request.body };
        return toRuleDraft(unwrapRule(await drafts.restore(acting, wanted)));
      },
    );
  };

const draftEndRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const drafts = draftCommands(app.registry);
    const selfCheck = selfCheckDraft(app.registry);
    server.post(
      "/drafts/:rule/self-check",
      { schema: { tags, params: Params, body: SelfCheckAsk, response: { 200: SelfCheck } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        return unwrapRule(await selfCheck(acting, { ...request.params, ...request.body }));
      },
    );
    server.post(
      "/drafts/:rule/withdraw",
      { schema: { tags, params: Params, body: SelfCheckAsk, response: { 204: z.null() } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        unwrapRule(await drafts.withdraw(acting, { ...request.params, ...request.body }));
        return reply.code(204).send(null);
      },
    );
  };
