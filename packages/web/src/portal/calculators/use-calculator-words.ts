import { useWords } from "../language/use-language.tsx";
import { type CalculatorWords, en, zh } from "./calculator-words.ts";

export const useCalculatorWords = (): CalculatorWords => (useWords().language === "zh" ? zh : en);

/** The word for a name that comes from data; the name itself where there is none. */
export const wordFor = (words: Readonly<Record<string, string>>, name: string): string =>
  words[name] ?? name;
