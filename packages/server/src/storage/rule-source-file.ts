import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadRuleSources, type RuleSources, sourcesNamedIn } from "@suzheng/rules";
import { unusable } from "./unusable-files.ts";

/** What the sources of packs and calculators stand for. */
export const SOURCES = "sources.yaml";

/** Empty where a folder of packs has no such list. */
export function readRuleSources(folder: string): RuleSources {
  const place = join(folder, SOURCES);
  if (!existsSync(place)) return { documents: [], facts: [] };
  const loaded = loadRuleSources(readFileSync(place, "utf8"));
  if (loaded.ok) return loaded.sources;
  const errors = loaded.errors.map((error) => ({ ...error, place: folder }));
  throw unusable(`rule-sources-${errors[0]?.code}`, errors);
}

export const namedIn = (document: object, sources: RuleSources): RuleSources =>
  sourcesNamedIn(JSON.stringify(document), sources);
