import { useWords } from "../language/use-language.tsx";
import { en } from "./words/en.ts";
import { type RuleWords, zh } from "./words/zh.ts";

export const useRuleWords = (): RuleWords => (useWords().language === "zh" ? zh : en);
