import type { RuleTranslations } from "@suzheng/api-contract";
import type { Translations } from "../language/translated.ts";
import { ask } from "./client.ts";
import { apiPaths } from "./paths.ts";

export const NO_TRANSLATIONS: Translations = new Map();

let loading: Promise<Translations> | null = null;

async function load(): Promise<Translations> {
  const answer = await ask<RuleTranslations>(apiPaths.translations);
  if (answer.state === "ready") return new Map(answer.value.texts.map(({ zh, en }) => [zh, en]));
  loading = null;
  return NO_TRANSLATIONS;
}

/** Asked once, of English readers only; none when they cannot be had, to be asked again later. */
export function loadTranslations(): Promise<Translations> {
  loading ??= load();
  return loading;
}
