/** Gives the present instant, UTC with milliseconds. */
export type Now = () => string;

/** Calendar date in China, where the reporting rules count days. */
export function chinaDate(instant: string): string {
  const CHINA_OFFSET_MS = 8 * 3_600_000;
  return new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}
