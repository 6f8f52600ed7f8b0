import { z } from "zod";
import { IsoInstant } from "./certificate.ts";
import { Day } from "./day.ts";
import { LocalText } from "./rule.ts";

export const ObligationState = z.enum(["ahead", "reminding", "overdue", "lapsed"]);

/** One open step of what a certificate is bound to. */
export const OpenObligation = z.object({
  /** Certificate number; its page is `/c/{number}`. */
  number: z.string(),
  /** Name of the certified organisation, as reported last. */
  holder: z.string().nullable(),
  rule: z.string(),
  version: z.string(),
  requirement: z.string(),
  clause: z.string(),
  step: z.string(),
  opensOn: Day,
  dueOn: Day,
  /** The due date before pauses moved it; null when none did. */
  setFor: Day.nullable(),
  /** Why it moved. */
  tolled: LocalText.nullable(),
  state: ObligationState,
  unconfirmed: z.boolean(),
  message: LocalText,
  remedy: LocalText,
  /** What closes it. */
  closes: LocalText,
  /** What follows when it is not done; its day where that can be told already. */
  follows: z.object({ step: z.string(), dueOn: Day.nullable() }).nullable(),
});
export type OpenObligation = z.infer<typeof OpenObligation>;

/** `GET /obligations`, soonest first, the lapsed last. */
export const ObligationQuery = z.object({
  state: ObligationState.optional(),
  /** A certificate number or a part of one; blanks, width and case make no difference. */
  number: z.string().max(100).optional(),
  dueUntil: Day.optional(),
  /** Only those that a pause has moved. */
  tolled: z.enum(["true", "false"]).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ObligationQuery = z.infer<typeof ObligationQuery>;
export const ObligationPage = z.object({
  items: z.array(OpenObligation),
  nextCursor: z.string().nullable(),
});
export type ObligationPage = z.infer<typeof ObligationPage>;

/** `GET /obligations.csv`: all of them, UTF-8 with a byte order mark. */
export const ObligationFileQuery = ObligationQuery.omit({ cursor: true, limit: true }).extend({
  lang: z.enum(["zh", "en"]).default("zh"),
});

export const InboxKind = z.enum(["reminder", "overdue", "lapsed", "escalated"]);

export const InboxItem = z.object({
  id: z.string(),
  kind: InboxKind,
  number: z.string(),
  /** Name of the certified organisation, as reported last. */
  holder: z.string().nullable(),
  rule: z.string(),
  requirement: z.string(),
  step: z.string(),
  clause: z.string(),
  dueOn: Day,
  saidOn: Day,
  message: LocalText,
  madeAt: IsoInstant,
  /** By the person who asks. */
  isRead: z.boolean(),
  /** For the whole institution; null while it is not done. */
  doneAt: IsoInstant.nullable(),
  /** Name of who said that it is done; null while it is not, or where that person has left. */
  doneBy: z.string().nullable(),
  /** How the obligation stands now, which is not what was said then; null: it has closed. */
  now: z
    .object({
      state: ObligationState,
      dueOn: Day,
      remedy: LocalText,
      closes: LocalText,
    })
    .nullable(),
});
export type InboxItem = z.infer<typeof InboxItem>;

/** `GET /inbox`, newest first; `soonest`: one page, what is due first, the lapsed last. */
export const InboxQuery = z.object({
  kind: InboxKind.optional(),
  /** A certificate number or a part of one; blanks, width and case make no difference. */
  number: z.string().max(100).optional(),
  unread: z.enum(["true", "false"]).optional(),
  done: z.enum(["true", "false"]).optional(),
  /**
   * `true`: only what waits for somebody: the newest message about each open step, while it is not
   * done and no later step has opened in its place.
   */
  waiting: z.literal("true").optional(),
  order: z.enum(["newest", "soonest"]).default("newest"),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type InboxQuery = z.infer<typeof InboxQuery>;
export const InboxPage = z.object({
  items: z.array(InboxItem),
  /** Of those that wait, by the person who asks. */
  unread: z.number(),
  nextCursor: z.string().nullable(),
});
export type InboxPage = z.infer<typeof InboxPage>;

/** `PATCH /inbox/{id}`; `done` needs `obligation.settle`, and `false` takes it back. */
export const InboxChange = z.object({ read: z.boolean().optional(), done: z.boolean().optional() });
export type InboxChange = z.infer<typeof InboxChange>;

/** `POST /tolling`; asked by a body for itself, by a regulator for the bodies that it names. */
export const TollingAsk = z.object({
  /** Requirement ids, or `all`. */
  requirements: z.array(z.string().min(1).max(100)).min(1).max(100),
  /** GB/T 2260 codes of districts, or `all`. */
  regions: z
    .array(z.string().regex(/^(?:\d{6}|all)$/))
    .min(1)
    .max(100),
  /** Approval numbers, or `all`; a body leaves it out. */
  institutions: z.array(z.string().min(1).max(100)).min(1).max(1000).optional(),
  from: Day,
  until: Day,
  reason: z.string().trim().min(1).max(1000),
});
export type TollingAsk = z.infer<typeof TollingAsk>;

/** `POST /tolling/{institution}/{id}/refuse` */
export const TollingRefusal = z.object({ reason: z.string().trim().min(1).max(1000) });
export type TollingRefusal = z.infer<typeof TollingRefusal>;

export const TollingRequest = TollingAsk.required().extend({
  id: z.string(),
  /** Organisation that asks. */
  institution: z.string(),
  institutionName: z.string(),
  /** `approving`: approved, but not yet in every log concerned; approve it again. */
  state: z.enum(["requested", "approving", "approved", "refused"]),
  requestedAt: IsoInstant,
  decidedAt: IsoInstant.nullable(),
  /** Null: not refused, or refused before reasons were asked for. */
  refusedBecause: z.string().nullable(),
  /** Whether the person who asks may decide on it. */
  mayDecide: z.boolean(),
});
export type TollingRequest = z.infer<typeof TollingRequest>;

/** A requirement that sets deadlines; a pause may name it. */
export const PausableDeadline = z.object({
  requirement: z.string(),
  title: LocalText,
  /** Each rule that has it, with the clause. */
  rules: z.array(z.object({ rule: z.string(), clause: z.string() })),
});
export type PausableDeadline = z.infer<typeof PausableDeadline>;

export const TollingList = z.object({
  items: z.array(TollingRequest),
  pausable: z.array(PausableDeadline),
});
export type TollingList = z.infer<typeof TollingList>;

/** `POST /calendar-feeds` */
export const CalendarFeedAsk = z.object({ language: z.enum(["zh", "en"]) });
export type CalendarFeedAsk = z.infer<typeof CalendarFeedAsk>;
export const CalendarFeed = z.object({
  id: z.string(),
  language: z.enum(["zh", "en"]),
  madeAt: IsoInstant,
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;
/** The address is a secret, shown once. */
export const CalendarFeedMade = CalendarFeed.extend({ address: z.string() });
export type CalendarFeedMade = z.infer<typeof CalendarFeedMade>;
export const CalendarFeedList = z.object({ items: z.array(CalendarFeed) });
export type CalendarFeedList = z.infer<typeof CalendarFeedList>;
