import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadRuleTranslations, type RuleTranslations } from "@suzheng/rules";
import { unusable } from "./unusable-files.ts";

/** English of what packs and calculators write in Chinese alone. */
export const TRANSLATIONS = "translations.yaml";

/** Empty where a folder of packs has no such list. */
export function readRuleTranslations(folder: string): RuleTranslations {
  const place = join(folder, TRANSLATIONS);
  if (!existsSync(place)) return { texts: [], examples: [] };
  const loaded = loadRuleTranslations(readFileSync(place, "utf8"));
  if (loaded.ok) return loaded.translations;
  const errors = loaded.errors.map((error) => ({ ...error, place: folder }));
  throw unusable(`rule-translations-${errors[0]?.code}`, errors);
}
