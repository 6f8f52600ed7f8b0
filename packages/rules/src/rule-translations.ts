import { z } from "zod";
import type { LocalText } from "./facts/declaration.ts";
import { readYaml, type YamlError } from "./pack/yaml-file.ts";

const Translation = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Translations = z.array(Translation).superRefine((texts, context) => {
  texts.forEach(({ zh }, at) => {
    if (texts.findIndex((one) => one.zh === zh) === at) return;
    context.addIssue({ code: "custom", path: [at, "zh"], message: "translated twice" });
  });
});
const TranslationsDocument = z.strictObject({
  format: z.literal("suzheng-translations/1"),
  texts: Translations,
  examples: Translations.default([]),
});

/**
 * English of what packs and calculators write in Chinese alone, such as the number of a clause and
 * its source. It stands beside them: they are named by their hash, verdicts hold the number.
 */
export type RuleTranslations = {
  /** Numbers of rules, of documents and of clauses, and sources. */
  readonly texts: readonly LocalText[];
  /** Names of examples. */
  readonly examples: readonly LocalText[];
};

export type LoadedRuleTranslations =
  | { readonly ok: true; readonly translations: RuleTranslations }
  | { readonly ok: false; readonly errors: readonly YamlError<"translations.yaml">[] };

export function loadRuleTranslations(text: string): LoadedRuleTranslations {
  const reading = readYaml("translations.yaml", text, TranslationsDocument);
  if (!reading.ok) return reading;
  const { texts, examples } = reading.file.content;
  return { ok: true, translations: { texts, examples } };
}
