import { daysIn, type HalfDays, halfDaysBetween, hasTime } from "@suzheng/certification";
import type { CertificationStore, Presence } from "./certification-store.ts";

/** Totals of a person for the rules on overload, fact ids. */
export type PresenceTotals = {
  daysInCycleYear: number;
  certificatesInCycleYear: number;
  /** Null: on one day at two places, and no times that tell whether at once. */
  overlapsOther: boolean | null;
};

/** Between two moments it began, or ended; the same moment twice where the time was reported. */
type Between = readonly [earliest: string, latest: string];

/** A presence with what totals are counted from. */
export type Stay = Presence & {
  readonly halfDays: HalfDays;
  readonly began: Between;
  readonly ended: Between;
};

const momentOf = (moment: string): Between =>
  hasTime(moment) ? [moment, moment] : [`${moment}T00:00:00`, `${moment}T23:59:59`];

export const stayOf = (presence: Presence): Stay => ({
  ...presence,
  halfDays: halfDaysBetween(presence.startsAt, presence.endsAt),
  began: momentOf(presence.startsAt),
  ended: momentOf(presence.endsAt),
});

const isSameStay = (one: Stay, other: Stay): boolean =>
  one.number === other.number && one.startsAt === other.startsAt && one.stage === other.stage;

/** A row reported once more replaces the one before it, as in the table of participations. */
export function putStay(stays: Stay[], stay: Stay): void {
  const at = stays.findIndex((known) => isSameStay(known, stay));
  if (at < 0) stays.push(stay);
  else stays[at] = stay;
}

/** Null when it cannot be told: two places on one day may be visited one after the other. */
function overlap(one: Stay, other: Stay): boolean | null {
  if (one.began[0] >= other.ended[1] || other.began[0] >= one.ended[1]) return false;
  return one.began[1] < other.ended[0] && other.began[1] < one.ended[0] ? true : null;
}

/** Whether one of them is so; null when one may be. */
const either = (one: boolean | null, other: boolean | null): boolean | null =>
  one === true || other === true ? true : one === null || other === null ? null : false;

/** Half-days at one place count once, however many schemes were audited there at a time. */
function daysAtOnePlace(stays: HalfDays[]): number {
  let days = 0;
  let counted = Number.NEGATIVE_INFINITY;
  for (const { first, last } of stays.sort((one, other) => one.first - other.first)) {
    if (last > counted) days += daysIn({ first: Math.max(first, counted + 1), last });
    counted = Math.max(counted, last);
  }
  return days;
}

/**
 * The cycle year is taken as the calendar year of the first day, since its definition was not found
 * (domain facts §12.4); the rule pack marks it unconfirmed.
 */
export function totalsWith(known: readonly Stay[], next: Stay): PresenceTotals {
  const year = next.startsAt.slice(0, 4);
  const certificates = new Set([next.number]);
  const byHolder = new Map([[next.holder, [next.halfDays]]]);
  let overlapsOther: boolean | null = false;
  for (const stay of known) {
    if (isSameStay(stay, next)) continue;
    if (stay.holder !== next.holder) overlapsOther = either(overlapsOther, overlap(stay, next));
    if (!stay.startsAt.startsWith(year)) continue;
    certificates.add(stay.number);
    const there = byHolder.get(stay.holder);
    if (there === undefined) byHolder.set(stay.holder, [stay.halfDays]);
    else there.push(stay.halfDays);
  }
  let daysInCycleYear = 0;
  for (const stays of byHolder.values()) daysInCycleYear += daysAtOnePlace(stays);
  return { daysInCycleYear, certificatesInCycleYear: certificates.size, overlapsOther };
}

/** Persons held in memory during one import at most; the longest unused go first. */
const PERSONS_MAX = 4000;

/**
 * Presences of persons during one import: loaded once per person, then kept up to date with what is
 * recorded.
 */
export function presenceMemory(store: CertificationStore, institution: string) {
  const memory = new Map<string, Stay[]>();
  return {
    async load(persons: readonly string[]): Promise<void> {
      const missing = [...new Set(persons)].filter((person) => !memory.has(person));
      if (missing.length === 0) return;
      for (const [person, presences] of await store.presences(institution, missing)) {
        memory.set(person, presences.map(stayOf));
      }
    },
    of: (person: string): readonly Stay[] => memory.get(person) ?? [],
    add(person: string, stay: Stay): void {
      const stays = memory.get(person) ?? [];
      putStay(stays, stay);
      memory.delete(person);
      memory.set(person, stays);
    },
    /** Between chunks: nothing of the present chunk is needed any more. */
    trim(): void {
      for (const person of memory.keys()) {
        if (memory.size <= PERSONS_MAX) return;
        memory.delete(person);
      }
    },
    /** After a chunk that was not recorded: what was added for it is not true. */
    clear: () => memory.clear(),
  };
}

export type PresenceMemory = ReturnType<typeof presenceMemory>;
