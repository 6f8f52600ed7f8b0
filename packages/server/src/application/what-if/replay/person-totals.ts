import { type PresenceTotals, putStay, type Stay, stayOf, totalsWith } from "../../presences.ts";
import type { Attendances } from "./attendances.ts";

/** Facts that no single act tells: what else the person did before it. */
export const TOTAL_FACTS: ReadonlySet<string> = new Set<keyof PresenceTotals>([
  "daysInCycleYear",
  "certificatesInCycleYear",
  "overlapsOther",
]);

/** A person's totals with the act at this place of the log; null where it is no attendance. */
export type TotalsAt = (index: number) => PresenceTotals | null;

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
    const next = stayOf(attendances.at(row));
    const totals = totalsWith(seen.near(next.startsAt), next);
    seen.add(next);
    days[row] = totals.daysInCycleYear;
    certificates[row] = totals.certificatesInCycleYear;
    overlaps[row] = OVERLAPS.indexOf(totals.overlapsOther);
  }
  return (index) => {
    const row = attendances.rowAt(index);
    if (row === null) return null;
    return {
      daysInCycleYear: days[row] ?? 0,
      certificatesInCycleYear: certificates[row] ?? 0,
      overlapsOther: OVERLAPS[overlaps[row] ?? 0] ?? null,
    };
  };
}

/** As they are numbered in the column. */
const OVERLAPS: readonly (boolean | null)[] = [false, true, null];

const yearOf = ({ startsAt }: Pick<Stay, "startsAt">) => Number(startsAt.slice(0, 4));

/** What a person did so far, by year: totals look at one, overlaps across the turn of the year. */
function seenOfPerson() {
  const years = new Map<number, Stay[]>();
  return {
    near(startsAt: string): Stay[] {
      const year = yearOf({ startsAt });
      return [year - 1, year, year + 1].flatMap((one) => years.get(one) ?? []);
    },
    add(stay: Stay): void {
      const year = years.get(yearOf(stay)) ?? [];
      years.set(yearOf(stay), year);
      putStay(year, stay);
    },
  };
}
