import type { TemporaryPlatforms } from "./installations/temporary-platforms.ts";

/** One line of the table: what was measured, beside its limit measured in the same run. */
export type Row = {
  figure: string;
  what: string;
  measured: string;
  /** Empty when the target is absolute and no other measurement bounds it. */
  limit: string;
  target: string;
  /** Null when it could not be measured; the note says why. */
  met: boolean | null;
  notes: string[];
};

export type Bench = {
  /** Share of the full size, 1 for the figures that are quoted. */
  scale: number;
  platforms: TemporaryPlatforms;
};

export type Figure = (bench: Bench) => Promise<Row[]>;

/** A full-size count at this scale, at least `least`. */
export function scaled(bench: Pick<Bench, "scale">, full: number, least = 1): number {
  return Math.max(least, Math.round(full * bench.scale));
}

export function count(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}
