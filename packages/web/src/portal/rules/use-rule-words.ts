import { useWords } from "../language/use-language.tsx";
import { en, type RuleWords, zh } from "./rule-words.ts";

export const useRuleWords = (): RuleWords => (useWords().language === "zh" ? zh : en);
