import { CodedError } from "../application/coded-error.ts";

const ERRORS_TOLD_MAX = 20;

type Told = {
  place: string;
  file: string;
  line: number;
  message: { zh: string; en: string };
  wayOut?: { zh: string; en: string };
};

/** Every error with its file and line, since whoever mends one mends the others with it. */
export function unusable(code: string, errors: readonly Told[]): CodedError {
  const lines = (language: "zh" | "en") =>
    errors.slice(0, ERRORS_TOLD_MAX).map(({ place, file, line, message, wayOut }) => {
      const how = wayOut === undefined ? "" : ` → ${wayOut[language]}`;
      return `${place}/${file}:${line} ${message[language]}${how}`;
    });
  const more = errors.length - ERRORS_TOLD_MAX;
  const rest = more > 0 ? [`… ${more}`] : [];
  return new CodedError(code, {
    detail: {
      zh: ["规则包不能载入：", ...lines("zh"), ...rest].join("\n"),
      en: ["the rule packs cannot be loaded:", ...lines("en"), ...rest].join("\n"),
    },
    wayOut: {
      zh: "\n按所指的文件与行修正后重新启动。",
      en: "Mend the named files and lines, then start again.",
    },
  });
}
