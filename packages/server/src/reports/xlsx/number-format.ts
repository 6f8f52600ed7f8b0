/** What a cell style makes of a number, as far as a report needs to know. */
export type NumberFormat =
  | { kind: "plain" }
  | { kind: "date"; withTime: boolean }
  | { kind: "time" }
  /** `00`, `000000`: codes typed as numbers, shown with leading zeros. */
  | { kind: "padded"; digits: number };

/** No code of a list is as long; a hostile format would repeat itself in every cell. */
const DIGITS_MAX = 250;

const PLAIN: NumberFormat = { kind: "plain" };

/**
 * Numbers of formats that a workbook uses without writing them down: ECMA-376 part 1, 18.8.30.
 * 27–36 and 50–58 are the dates (32–35: times) of the Chinese, Japanese and Korean editions.
 */
export function builtInFormat(id: number): NumberFormat {
  if (id === 22) return { kind: "date", withTime: true };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) {
    return { kind: "time" };
  }
  const isDate = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? { kind: "date", withTime: false } : PLAIN;
}

export function customFormat(code: string): NumberFormat {
  const first = code.split(";", 1)[0] ?? "";
  const isPadded = /^0+$/.test(first) && first.length > 1 && first.length <= DIGITS_MAX;
  if (isPadded) return { kind: "padded", digits: first.length };
  // Literals, escapes, padding and [conditions, colours, elapsed hours] are not date letters.
  const letters = first
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/[_*]./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/General/gi, "")
    .toLowerCase();
  const hasTime = /[hs]/.test(letters);
  if (/[yd]/.test(letters) || (/m/.test(letters) && !hasTime)) {
    return { kind: "date", withTime: hasTime };
  }
  return hasTime ? { kind: "time" } : PLAIN;
}
