import { CalendarFeedAsk, CalendarFeedList, CalendarFeedMade } from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  calendarFeedCommands,
  readCalendar,
} from "../../application/obligations/calendar-feeds.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";
import { calendarText } from "./calendar-text.ts";
import { unwrapDuty } from "./unwrap-duty.ts";

const tags = ["calendar"];
const FeedParams = z.object({ id: z.string().regex(/^[0-9a-f]{1,64}$/) });
const SecretParams = z.object({ file: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/) });

/** Calendars to subscribe to: whoever knows the secret address reads, until it is revoked. */
export const calendarRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const feeds = calendarFeedCommands(app.calendars);
    server.get(
      "/calendar-feeds",
      { schema: { tags, response: { 200: CalendarFeedList } } },
      async (request) => unwrapDuty(await feeds.list((await actingFor(app, request)).acting, null)),
    );
    server.post(
      "/calendar-feeds",
      { schema: { tags, body: CalendarFeedAsk, response: { 201: CalendarFeedMade } } },
      async (request, reply) => {
        const { acting, visit } = await actingFor(app, request);
        const { secret, ...feed } = unwrapDuty(await feeds.make(acting, request.body.language));
        const address = `${visit.site.origin}/api/v1/calendars/${secret}.ics`;
        return reply.code(201).send({ ...feed, address });
      },
    );
    server.delete(
      "/calendar-feeds/:id",
      { schema: { tags, params: FeedParams, response: { 204: z.null() } } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        unwrapDuty(await feeds.revoke(acting, request.params.id));
        return reply.code(204).send(null);
      },
    );
    server.get(
      "/calendars/:file",
      { schema: { tags, params: SecretParams } },
      async (request, reply) => {
        const secret = request.params.file.slice(0, -".ics".length);
        const calendar = await readCalendar(app.calendars, secret);
        if (calendar === null) throw new HttpProblem("calendar-feed-unknown");
        return reply
          .type("text/calendar; charset=utf-8")
          .send(calendarText({ ...calendar, publicUrl: app.publicUrl }));
      },
    );
  };
