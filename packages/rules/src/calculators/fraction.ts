/**
 * A non-negative quantity as two whole numbers, so that rounding never hangs on a binary fraction
 * (0.1 + 0.2). Numbers stay far below 2^53: days of a table times hundredths of percent.
 */
export type Fraction = { readonly over: number; readonly under: number };

/** At most `decimals` decimals of `value` count. */
export function fractionOf(value: number, decimals = 2): Fraction {
  const under = 10 ** decimals;
  return { over: Math.round(value * under), under };
}

/** Reads `1/3`. */
export function parseFraction(text: string): Fraction {
  const [over = Number.NaN, under = Number.NaN] = text.split("/").map(Number);
  return { over, under };
}

export const times = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.over,
  under: a.under * b.under,
});

/** Six decimals; the exact quantity is the fraction. */
export const toNumber = ({ over, under }: Fraction): number =>
  Math.round((over / under) * 1e6) / 1e6;

/** `tie`: exactly between two half days, which lie at 0.5 on either side of it. */
export type HalfDays = { readonly tie: boolean; readonly down: number; readonly up: number };

/** The nearest half day below and above; equal unless it is a tie. */
export function nearestHalf({ over, under }: Fraction): HalfDays {
  const whole = Math.floor((over * 2) / under);
  const rest = over * 2 - whole * under;
  const down = whole / 2;
  if (rest * 2 === under) return { tie: true, down, up: down + 0.5 };
  const nearest = rest * 2 < under ? down : down + 0.5;
  return { tie: false, down: nearest, up: nearest };
}

/** The smallest whole number that is not less. */
export const ceiling = ({ over, under }: Fraction): number => {
  const whole = Math.floor(over / under);
  return whole * under === over ? whole : whole + 1;
};

/** The smallest whole k with k ≥ factor × √n, decided by k² ≥ factor² × n in whole numbers. */
export function ceilingOfRoot(factor: Fraction, n: number): number {
  const reaches = (k: number) =>
    k * k * factor.under * factor.under >= factor.over * factor.over * n;
  let k = Math.max(0, Math.floor((factor.over / factor.under) * Math.sqrt(n)) - 1);
  while (!reaches(k)) k += 1;
  return k;
}
