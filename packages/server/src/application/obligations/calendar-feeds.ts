import { hash, randomBytes } from "node:crypto";
import type { CalendarFeed, CalendarFeedList } from "@suzheng/api-contract";
import { chinaDate } from "../clock.ts";
import { guard } from "../policy/authorise.ts";
import { type DutyParts, dutiesAhead } from "./duties.ts";
import { done, refused } from "./duty-result.ts";

export type StoredFeed = CalendarFeed & { institution: string; account: string };

/** Feeds of persons for an institution; a revoked one is not found any more. */
export interface CalendarFeedStore {
  add(feed: StoredFeed, secretHash: Uint8Array): Promise<void>;
  list(institution: string, account: string): Promise<StoredFeed[]>;
  /** False when the person has no such feed. */
  revoke(key: { institution: string; account: string; id: string }, at: string): Promise<boolean>;
  bySecret(secretHash: Uint8Array): Promise<StoredFeed | null>;
}

export type FeedParts = DutyParts & {
  feeds: CalendarFeedStore;
  newId: () => string;
  /** Whether the person still works there: who has left reads nothing more. */
  isMember: (institution: string, account: string) => Promise<boolean>;
};

const SECRET_BYTES = 32;
const hashOf = (secret: string): Uint8Array => hash("sha256", secret, "buffer");
const EVENTS_MAX = 1000;

export const calendarFeedCommands = (parts: FeedParts) => ({
  list: guard("obligation.read", async ({ actor, institution }, _nothing: null) => {
    const feeds = await parts.feeds.list(institution, actor.account);
    const items = feeds.map(({ id, language, madeAt }) => ({ id, language, madeAt }));
    return done<CalendarFeedList>({ items });
  }),
  make: guard("obligation.read", async (acting, language: CalendarFeed["language"]) => {
    const secret = randomBytes(SECRET_BYTES).toString("base64url");
    const feed = { id: parts.newId(), language, madeAt: parts.now() };
    const { actor, institution } = acting;
    await parts.feeds.add({ ...feed, institution, account: actor.account }, hashOf(secret));
    return done({ ...feed, secret });
  }),
  revoke: guard("obligation.read", async ({ actor, institution }, id: string) => {
    const key = { institution, account: actor.account, id };
    const isRevoked = await parts.feeds.revoke(key, parts.now());
    return isRevoked ? done(null) : refused("calendar-feed-unknown");
  }),
});

/** What the holder of a secret address reads: the next deadlines of the institution. */
export async function readCalendar(parts: FeedParts, secret: string) {
  const feed = await parts.feeds.bySecret(hashOf(secret));
  if (feed === null || !(await parts.isMember(feed.institution, feed.account))) return null;
  const items = await dutiesAhead(parts, feed.institution, EVENTS_MAX);
  return {
    language: feed.language,
    institution: feed.institution,
    on: chinaDate(parts.now()),
    items,
  };
}
