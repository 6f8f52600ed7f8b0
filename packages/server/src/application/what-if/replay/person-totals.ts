import { type PresenceTotals, totalsWith } from "../../presences.ts";
import type { Attendances } from "./attendances.ts";

export type PersonTotals = Omit<PresenceTotals, "daysCounted">;

/** Facts that no single act tells: what else the person did before it. */
export const TOTAL_FACTS: ReadonlySet<string> = new Set<keyof PersonTotals>([
  "daysInCycleYear",
  "certificatesInCycleYear",
  "overlapsOther",
]);

/** A person's totals with the act at this place of the log; null where it is no attendance. */
export type TotalsAt = (index: number) => PersonTotals | null;

/**
 * Counts every person's totals again, in the order of the log and as recording counts them. Who a
 * person is, is told by the commitment, which is one for each person and institution; so it needs
 * no personal data, and an act that came before a value was erased is not joined to later ones.
 */
export function countTotals(attendances: Attendances): TotalsAt {
  const { size } = attendances;
  const days = new Float64Array(size);
  const certificates = new Uint32Array(size);
  const overlaps = new Uint8Array(size);
  let person = -1;
  let seen = seenOfPerson();
  for (const row of attendances.byPerson()) {
    if (attendances.personOf(row) !== person) {
      person = attendances.personOf(row);
      seen = seenOfPerson();
    }
    const next = attendances.at(row);
    const { daysCounted, ...totals } = totalsWith(seen.near(next.startsAt), next);
    seen.add({ ...next, days: daysCounted });
    days[row] = totals.daysInCycleYear;
    certificates[row] = totals.certificatesInCycleYear;
    overlaps[row] = totals.overlapsOther ? 1 : 0;
  }
  return (index) => {
    const row = attendances.rowAt(index);
    if (row === null) return null;
    return {
      daysInCycleYear: days[row] ?? 0,
      certificatesInCycleYear: certificates[row] ?? 0,
      overlapsOther: overlaps[row] === 1,
    };
  };
}

type Seen = ReturnType<Attendances["at"]>;

const yearOf = ({ startsAt }: Pick<Seen, "startsAt">) => Number(startsAt.slice(0, 4));

const isSameRow = (one: Seen, other: Seen) =>
  one.number === other.number && one.startsAt === other.startsAt && one.stage === other.stage;

/** What a person did so far, by year: totals look at one, overlaps across the turn of the year. */
function seenOfPerson() {
  const years = new Map<number, Seen[]>();
  return {
    near(startsAt: string): Seen[] {
      const year = yearOf({ startsAt });
      return [year - 1, year, year + 1].flatMap((one) => years.get(one) ?? []);
    },
    /** A row reported once more replaces the one before it, as in the table of participations. */
    add(presence: Seen): void {
      const year = years.get(yearOf(presence)) ?? [];
      years.set(yearOf(presence), year);
      const at = year.findIndex((known) => isSameRow(known, presence));
      if (at < 0) year.push(presence);
      else year[at] = presence;
    },
  };
}
