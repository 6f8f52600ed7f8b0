import type {
  CalendarFeedAsk,
  CalendarFeedList,
  CalendarFeedMade,
  InboxChange,
  InboxPage,
  ObligationPage,
  TollingAsk,
  TollingList,
  TollingRefusal,
  TollingRequest,
} from "@suzheng/api-contract";
import { ask, post, remove } from "../api/ask.ts";

const id = encodeURIComponent;
const tollingOf = ({ institution, id: request }: Pick<TollingRequest, "institution" | "id">) =>
  `/tolling/${id(institution)}/${id(request)}`;

const queryOf = (given: Record<string, string | null>) =>
  new URLSearchParams(
    Object.entries(given).filter((pair): pair is [string, string] => (pair[1] ?? "") !== ""),
  ).toString();

/** Every address of packages/api-contract/src/obligations.ts that needs a session. */
export const duties = {
  obligations: (given: Record<string, string | null>) =>
    ask<ObligationPage>(`/obligations?${queryOf(given)}`),
  inbox: (given: Record<string, string | null>) => ask<InboxPage>(`/inbox?${queryOf(given)}`),
  mark: (item: string, body: InboxChange) =>
    ask<void>(`/inbox/${id(item)}`, { method: "PATCH", body }),
  tolling: () => ask<TollingList>("/tolling"),
  askTolling: (body: TollingAsk) => post<TollingRequest>("/tolling", body),
  approve: (request: TollingRequest) => post<TollingRequest>(`${tollingOf(request)}/approve`),
  refuse: (request: TollingRequest, body: TollingRefusal) =>
    post<TollingRequest>(`${tollingOf(request)}/refuse`, body),
  feeds: () => ask<CalendarFeedList>("/calendar-feeds"),
  makeFeed: (body: CalendarFeedAsk) => post<CalendarFeedMade>("/calendar-feeds", body),
  revokeFeed: (feed: string) => remove(`/calendar-feeds/${id(feed)}`),
};

/** Where the browser fetches the file of open obligations itself. */
export const dutiesFile = (given: Record<string, string | null>): string =>
  `/api/v1/obligations.csv?${queryOf(given)}`;

export const INBOX_KEY = ["inbox"];
export const OBLIGATIONS_KEY = ["obligations"];
export const TOLLING_KEY = ["tolling"];
export const FEEDS_KEY = ["calendar-feeds"];
