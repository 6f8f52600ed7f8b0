import type { Page } from "playwright-core";

/** A clock that stands at ten in the morning, Beijing time, of a day until it is moved on. */
export function movedClock(firstDay: string) {
  let at = morningOf(firstDay);
  return {
    now: () => at,
    moveTo(day: string): void {
      at = morningOf(day);
    },
    /** The browser of a page goes by this clock, as it stands now; its timers run on. */
    setIn: (page: Page) => page.clock.setFixedTime(at),
  };
}

const morningOf = (day: string): string => `${day}T02:00:00.000Z`;
