import type { Problem } from "@suzheng/api-contract";

type Fields = Readonly<Record<string, string>>;

/** `systems.0.personDays` is the field personDays. */
const wordOf = (path: string, fields: Fields): string =>
  fields[path.split(".").at(-1) ?? ""] ?? `\`${path}\``;

const named = (text: string, fields: Fields): string =>
  text.replaceAll(/`([\w.]+)` ?/g, (_all, path: string) => `${wordOf(path, fields)} `);

/** A refusal of what was typed, with the fields called as the form calls them. */
export function inWordsOfForm<Refusal extends Pick<Problem, "detail">>(
  problem: Refusal,
  words: { zh: Fields; en: Fields },
): Refusal {
  const { zh, en } = problem.detail;
  return { ...problem, detail: { zh: named(zh, words.zh), en: named(en, words.en) } };
}
