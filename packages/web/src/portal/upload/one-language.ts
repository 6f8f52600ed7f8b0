import type { Language } from "../language/language.ts";

/** One part of a message `Chinese / English`; a slash may stand in either part. */
export function oneLanguage(message: string, language: Language): string {
  const parts = /^(.*?) \/ ((?:(?!\p{Script=Han}).)*)$/su.exec(message);
  return (language === "zh" ? parts?.[1] : parts?.[2]) ?? message;
}
