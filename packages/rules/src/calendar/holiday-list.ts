import { z } from "zod";
import type { LocalText } from "../facts/declaration.ts";
import { readYaml, type YamlFile, type YamlPath } from "../pack/yaml-file.ts";

const IsoDate = z.iso.date();

/** The official free days and make-up days of one year, as a file that can be loaded at start. */
const HolidayListDocument = z.strictObject({
  format: z.literal("suzheng-holidays/1"),
  year: z.int().min(2000).max(2200),
  source: z.string().trim().min(1, "a source is required"),
  /** Days off, including weekend days within a holiday. */
  holidays: z.array(IsoDate).min(1),
  /** Saturdays and Sundays that are worked. */
  madeUp: z.array(IsoDate),
});
export type HolidayList = Readonly<z.infer<typeof HolidayListDocument>>;

export type HolidayListError = {
  readonly file: "holidays.yaml";
  /** From 1. */
  readonly line: number;
  readonly code:
    | "syntax"
    | "shape"
    | "no-source"
    | "day-of-another-year"
    | "day-twice"
    | "no-weekend";
  readonly message: LocalText;
};

export type LoadedHolidayList =
  | { readonly ok: true; readonly list: HolidayList }
  | { readonly ok: false; readonly errors: readonly HolidayListError[] };

const WHY = {
  "day-of-another-year": {
    zh: "日期不属于本年，请移到该年的清单",
    en: "the day is of another year; move it to that year's list",
  },
  "day-twice": {
    zh: "同一日期出现两次，请删去一处",
    en: "the day stands twice; remove one of them",
  },
  "no-weekend": {
    zh: "补班日应为周六或周日，请核对官方通知",
    en: "a make-up day is a Saturday or Sunday; compare with the official notice",
  },
} as const;

/** Reads a list of holidays; refused as a whole, with the line, when a day cannot be right. */
export function loadHolidayList(text: string): LoadedHolidayList {
  const reading = readYaml("holidays.yaml", text, HolidayListDocument);
  if (!reading.ok) {
    const errors = reading.errors.map(({ line, code, message }) => ({
      file: "holidays.yaml" as const,
      line,
      code: code === "syntax" || code === "no-source" ? code : ("shape" as const),
      message,
    }));
    return { ok: false, errors };
  }
  const errors = daysThatCannotBe(reading.file);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, list: reading.file.content };
}

function daysThatCannotBe({ content, lineOf }: YamlFile<HolidayList>): HolidayListError[] {
  const errors: HolidayListError[] = [];
  const refuse = (at: YamlPath, code: keyof typeof WHY, day: string) => {
    const message = { zh: `${WHY[code].zh}：\`${day}\``, en: `${WHY[code].en}: \`${day}\`` };
    errors.push({ file: "holidays.yaml", line: lineOf(at), code, message });
  };
  const seen = new Set<string>();
  for (const part of ["holidays", "madeUp"] as const) {
    for (const [index, day] of content[part].entries()) {
      const at = [part, index];
      if (Number(day.slice(0, 4)) !== content.year) refuse(at, "day-of-another-year", day);
      if (seen.has(day)) refuse(at, "day-twice", day);
      if (part === "madeUp" && !isWeekend(day)) refuse(at, "no-weekend", day);
      seen.add(day);
    }
  }
  return errors;
}

/** Saturday or Sunday. */
export function isWeekend(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).getUTCDay() % 6 === 0;
}
