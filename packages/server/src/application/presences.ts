import type { CertificationStore, Presence } from "./certification-store.ts";

/** Totals of a person for the rules on overload, fact ids. */
export type PresenceTotals = {
  daysInCycleYear: number;
  /**
   * Days that this row adds: none when the person was at the same holder anyway, for another
   * scheme.
   */
  daysCounted: number;
  certificatesInCycleYear: number;
  overlapsOther: boolean;
};

/** Persons held in memory during one import at most; the longest unused go first. */
const PERSONS_MAX = 4000;

const overlap = (one: Presence, other: Presence) =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/**
 * The cycle year is taken as the calendar year of the first day, since its definition was not found
 * (domain facts §12.4); the rule pack marks it unconfirmed. Days at one holder for several schemes
 * at once count once.
 */
export function totalsWith(known: readonly Presence[], next: Presence): PresenceTotals {
  const year = next.startsAt.slice(0, 4);
  const certificates = new Set([next.number]);
  let days = 0;
  let overlapsOther = false;
  let counted = false;
  for (const presence of known) {
    if (presence.number === next.number && presence.startsAt === next.startsAt) continue;
    if (overlap(presence, next)) {
      if (presence.holder === next.holder) counted = true;
      else overlapsOther = true;
    }
    if (!presence.startsAt.startsWith(year)) continue;
    certificates.add(presence.number);
    days += presence.days;
  }
  const daysCounted = counted ? 0 : next.days;
  return {
    daysInCycleYear: days + daysCounted,
    daysCounted,
    certificatesInCycleYear: certificates.size,
    overlapsOther,
  };
}

/**
 * Presences of persons during one import: loaded once per person, then kept up to date with what is
 * recorded.
 */
export function presenceMemory(store: CertificationStore, institution: string) {
  const memory = new Map<string, Presence[]>();
  return {
    async load(persons: readonly string[]): Promise<void> {
      const missing = [...new Set(persons)].filter((person) => !memory.has(person));
      if (missing.length === 0) return;
      for (const [person, presences] of await store.presences(institution, missing)) {
        memory.set(person, presences);
      }
    },
    of: (person: string): readonly Presence[] => memory.get(person) ?? [],
    add(person: string, presence: Presence): void {
      const presences = memory.get(person) ?? [];
      presences.push(presence);
      memory.delete(person);
      memory.set(person, presences);
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
