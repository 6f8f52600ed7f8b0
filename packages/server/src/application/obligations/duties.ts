import type {
  InboxChange,
  InboxItem,
  InboxPage,
  InboxQuery,
  ObligationPage,
  ObligationQuery,
  OpenObligation as ShownObligation,
} from "@suzheng/api-contract";
import type { Obligation, Pack } from "@suzheng/rules";
import { chinaDate, isDay } from "../clock.ts";
import { type Acting, guard } from "../policy/authorise.ts";
import { isUnfitText } from "../unfit-text.ts";
import { type DutyColumns, dutiesAsCsv } from "./duties-as-csv.ts";
import type { DutyReader, InboxKey, ObligationKey } from "./duty-reader.ts";
import { type DutyResult, done, refused } from "./duty-result.ts";
import type { ObligationStore } from "./obligation-store.ts";
import { openOn } from "./obligations-on.ts";
import type { OpenObligation } from "./open-obligation.ts";

export type DutyParts = {
  reader: DutyReader;
  store: Pick<ObligationStore, "standing" | "pauses">;
  packs: readonly Pack[];
  now: () => string;
  csvLine: (cells: readonly string[]) => string;
};

type Filter = Omit<ObligationQuery, "cursor" | "limit">;
export type DutyFile = { query: Filter; columns: DutyColumns };

/** What is due, and what was said about it, for the institution acted for. */
export const dutyQueries = (parts: DutyParts) => ({
  obligations: guard("obligation.read", (acting, query: ObligationQuery) =>
    obligations(parts, acting, query),
  ),
  file: guard("obligation.read", async ({ institution }, { query, columns }: DutyFile) =>
    done(dutiesAsCsv(obligationPages(parts, institution, query), { ...columns, ...parts })),
  ),
  inbox: guard("obligation.read", (acting, query: InboxQuery) => inbox(parts, acting, query)),
  mark: guard("obligation.read", (acting, change: Mark) => mark(parts, acting, change)),
  /** For the whole institution, or takes that back. */
  settle: guard("obligation.settle", (acting, change: Mark) => mark(parts, acting, change)),
});

type Mark = InboxChange & { id: string };

async function mark(
  { reader, now }: DutyParts,
  acting: Acting,
  { id, read, done: isDone }: Mark,
): Promise<DutyResult<null>> {
  const isKnown = await reader.mark(readerOf(acting), id, { read, done: isDone, at: now() });
  return isKnown ? done(null) : refused("inbox-item-unknown");
}

const readerOf = ({ actor, institution }: Acting) => ({ institution, account: actor.account });

/** Opaque to who asks; it only ever comes back. */
const cursorOf = (key: object | undefined): string | null =>
  key === undefined ? null : Buffer.from(JSON.stringify(key)).toString("base64url");

function readCursor<Key>(cursor: string | undefined, names: readonly string[]): Key | null | "bad" {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const given = new Map(Object.entries(key ?? {}));
    return names.every((name) => isPart(name, given.get(name))) ? (key as Key) : "bad";
  } catch {
    return "bad";
  }
}

/** Of a cursor that may be made up: a text to look for, or a day where the name says so. */
const isPart = (name: string, value: unknown): boolean =>
  typeof value === "string" && (name.endsWith("On") ? isDay(value) : !isUnfitText(value));

const OBLIGATION_KEY = ["state", "dueOn", "number", "rule", "requirement", "step"];

async function obligations(
  parts: DutyParts,
  { institution }: Acting,
  query: ObligationQuery,
): Promise<DutyResult<ObligationPage>> {
  const after = readCursor<ObligationKey>(query.cursor, OBLIGATION_KEY);
  if (after === "bad") return refused("cursor-malformed");
  const rows = await parts.reader.obligations(institution, query, after);
  const items = await withWords(parts, institution, rows);
  const last = rows.length < query.limit ? undefined : rows.at(-1);
  const next =
    last && Object.fromEntries(OBLIGATION_KEY.map((name) => [name, Reflect.get(last, name)]));
  return done({ items, nextCursor: cursorOf(next) });
}

const keyOf = (one: { rule: string; requirement: string; step: string }, number: string) =>
  [number, one.rule, one.requirement, one.step].join("\n");

type ToldNow = {
  obligations: ReadonlyMap<string, Obligation>;
  /** By certificate number. */
  holders: ReadonlyMap<string, string | null>;
};

/** Words are not stored: they are those of the packs, for certificates as they stand now. */
async function toldNow(
  { store, packs, now }: DutyParts,
  institution: string,
  about: readonly { number: string }[],
): Promise<ToldNow> {
  const numbers = [...new Set(about.map(({ number }) => number))];
  const [standing, pauses] = await Promise.all([
    store.standing(numbers.map((number) => ({ institution, number }))),
    store.pauses([institution]),
  ]);
  const given = { packs, pauses: pauses.get(institution) ?? [], today: chinaDate(now()) };
  const obligations = new Map<string, Obligation>();
  for (const certificate of standing) {
    for (const one of openOn(certificate, given)) {
      obligations.set(keyOf({ ...one, rule: one.pack }, certificate.number), one);
    }
  }
  return { obligations, holders: new Map(standing.map(({ number, holder }) => [number, holder])) };
}

async function withWords(
  parts: DutyParts,
  institution: string,
  rows: readonly OpenObligation[],
): Promise<ShownObligation[]> {
  const { obligations: told, holders } = await toldNow(parts, institution, rows);
  return rows.flatMap((row) => {
    const words = told.get(keyOf(row, row.number));
    // It has closed since the last sweep.
    if (words === undefined) return [];
    return [{ ...shown(row, words), holder: holders.get(row.number) ?? null }];
  });
}

/** Days as they stand now: a pause approved since the last sweep has moved them already. */
function shown(row: OpenObligation, words: Obligation): Omit<ShownObligation, "holder"> {
  const { institution: _own, nextOn: _inner, ...stored } = row;
  const { dueOn, tolled, state, unconfirmed, message, remedy, closes, follows } = words;
  const setFor = tolled === null ? null : (row.setFor ?? row.dueOn);
  const now = { dueOn, setFor, tolled, state };
  return { ...stored, ...now, unconfirmed, message, remedy, closes, follows };
}

async function inbox(
  parts: DutyParts,
  acting: Acting,
  query: InboxQuery,
): Promise<DutyResult<InboxPage>> {
  const after = readCursor<InboxKey>(query.cursor, ["saidOn", "id"]);
  if (after === "bad") return refused("cursor-malformed");
  const who = readerOf(acting);
  const { reader } = parts;
  const [rows, unread] = await Promise.all([reader.inbox(who, query, after), reader.unread(who)]);
  const { obligations: told, holders } = await toldNow(parts, acting.institution, rows);
  const isLast = rows.length < query.limit || query.order === "soonest";
  const last = isLast ? undefined : rows.at(-1);
  return done({
    items: rows.map((row) => ({
      ...row,
      holder: holders.get(row.number) ?? null,
      now: standing(told.get(keyOf(row, row.number))),
    })),
    unread,
    nextCursor: cursorOf(last && { saidOn: last.saidOn, id: last.id }),
  });
}

function standing(one: Obligation | undefined): InboxItem["now"] {
  if (one === undefined) return null;
  const { state, dueOn, remedy, closes } = one;
  return { state, dueOn, remedy, closes };
}

const ROWS_AT_A_TIME = 1000;

/** All of them, soonest first, the lapsed last. */
async function* obligationPages(parts: DutyParts, institution: string, filter: Filter) {
  const query = { ...filter, limit: ROWS_AT_A_TIME };
  let after: ObligationKey | null = null;
  for (;;) {
    const rows: OpenObligation[] = await parts.reader.obligations(institution, query, after);
    yield await withWords(parts, institution, rows);
    after = rows.at(-1) ?? null;
    if (rows.length < ROWS_AT_A_TIME) return;
  }
}

/** Open obligations with their words, soonest first; those overdue come before. */
export async function dutiesAhead(
  parts: DutyParts,
  institution: string,
  limit: number,
): Promise<ShownObligation[]> {
  const rows = await parts.reader.obligations(institution, { limit }, null);
  return withWords(parts, institution, rows);
}
