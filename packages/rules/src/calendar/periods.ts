import type { LocalText } from "../facts/declaration.ts";
import { addMonths, monthsBetween } from "./dates.ts";
import type { PeriodKind } from "./period-kind.ts";

/** Half-open: `from` is its first day, `until` the first day after it. */
export type Period = { readonly from: string; readonly until: string };

type PeriodDeclaration = {
  readonly label: LocalText;
  readonly convention: LocalText;
  /** True: the convention is ours, no text that defines the period was read. */
  readonly unconfirmed: boolean;
};

export const PERIODS: { readonly [K in PeriodKind]: PeriodDeclaration } = {
  "calendar-year": {
    label: { zh: "日历年", en: "calendar year" },
    convention: { zh: "1 月 1 日至 12 月 31 日", en: "1 January to 31 December" },
    unconfirmed: false,
  },
  "cycle-year": {
    label: { zh: "周期年", en: "cycle year" },
    convention: {
      zh: "官方定义未读到（domain-facts 第 12 节第 4 项）。给出起算日的，自该日起每 12 个月；未给出的，按日历年",
      en: "no official definition was read (domain facts §12.4). With an anchor, each 12 months from it; without one, the calendar year",
    },
    unconfirmed: true,
  },
};

/**
 * The period of a kind that holds a day. `anchor` is the day from which cycle years are counted.
 */
export function periodOf(kind: PeriodKind, on: string, anchor: string | null = null): Period {
  if (kind === "calendar-year" || anchor === null) {
    const year = Number(on.slice(0, 4));
    return { from: `${year}-01-01`, until: `${year + 1}-01-01` };
  }
  // Always from the anchor itself, so that 29 February comes back every fourth year.
  const years = Math.floor(monthsBetween(anchor, on) / 12);
  const before = addMonths(anchor, years * 12) > on ? years - 1 : years;
  return { from: addMonths(anchor, before * 12), until: addMonths(anchor, before * 12 + 12) };
}
