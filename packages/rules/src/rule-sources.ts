import { z } from "zod";
import { readYaml, type YamlError } from "./pack/yaml-file.ts";

const Title = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Id = z.string().regex(/^[A-Z]-\d+[a-z]?$/);
const READ = ["text", "quoted", "secondary", "general", "none"] as const;
const SourcesDocument = z.strictObject({
  format: z.literal("suzheng-sources/1"),
  documents: z.array(z.strictObject({ id: Id, title: Title })),
  facts: z.array(z.strictObject({ id: Id, read: z.enum(READ), documents: z.array(Id) })),
});

/**
 * What packs and calculators name in `source`: documents that were read, `S-07`, and facts that
 * were noted while reading, `Q-16`, each with how it was read and where.
 */
export type RuleSources = Readonly<Pick<z.infer<typeof SourcesDocument>, "documents" | "facts">>;

export type LoadedRuleSources =
  | { readonly ok: true; readonly sources: RuleSources }
  | { readonly ok: false; readonly errors: readonly YamlError<"sources.yaml">[] };

export function loadRuleSources(text: string): LoadedRuleSources {
  const reading = readYaml("sources.yaml", text, SourcesDocument);
  if (!reading.ok) return reading;
  const { documents, facts } = reading.file.content;
  return { ok: true, sources: { documents, facts } };
}

/** One id, or the first and last of several, `S-94…S-96`; no end of a rule's number, `QMS-01`. */
const NAMED = /(?<![A-Za-z-])([A-Z])-(\d+[a-z]?)(?:…\1-(\d+))?/g;

/** Ids that stand in a text. */
export function sourceIdsIn(text: string): ReadonlySet<string> {
  const ids = [...text.matchAll(NAMED)].flatMap(([, letter = "", first = "", last]) => {
    if (last === undefined) return [`${letter}-${first}`];
    const from = Number(first);
    return Array.from({ length: Number(last) - from + 1 }, (_, i) => idOf(letter, from + i));
  });
  return new Set(ids);
}

const idOf = (letter: string, number: number) => `${letter}-${String(number).padStart(2, "0")}`;

/**
 * The facts that a text names, and the documents that it or its facts name, in the list's order.
 */
export function sourcesNamedIn(text: string, sources: RuleSources): RuleSources {
  const named = sourceIdsIn(text);
  const facts = sources.facts.filter(({ id }) => named.has(id));
  const all = new Set([...named, ...facts.flatMap(({ documents }) => documents)]);
  return { facts, documents: sources.documents.filter(({ id }) => all.has(id)) };
}
