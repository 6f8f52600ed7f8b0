import type { RuleSources } from "@suzheng/api-contract";
import { langOf, pick } from "../../language/language.ts";
import { useWords } from "../../language/use-language.tsx";
import { useRuleWords } from "../use-rule-words.ts";
import { SourceText, sourceAnchor } from "./source-text.tsx";

export const SOURCES_ANCHOR = "sources";

export const hasSources = ({ documents, facts }: RuleSources): boolean =>
  documents.length + facts.length > 0;

/** What the ids in sources stand for: facts, and the documents that were read. */
export function SourceList({ sources }: { sources: RuleSources }) {
  const { language } = useWords();
  const words = useRuleWords();
  if (!hasSources(sources)) return null;
  return (
    <section aria-labelledby={SOURCES_ANCHOR}>
      <h2 id={SOURCES_ANCHOR}>{words.sources}</h2>
      <p class="small">{words.sourcesNote}</p>
      <dl class="facts">
        {sources.facts.map(({ id, read, documents }) => (
          <div class="fact" key={id} id={sourceAnchor(id)}>
            <dt class="code">{id}</dt>
            <dd>
              {words.factRead[read]} <SourceText text={documents.join("、")} sources={sources} />
            </dd>
          </div>
        ))}
        {sources.documents.map(({ id, title }) => (
          <div class="fact" key={id} id={sourceAnchor(id)}>
            <dt class="code">{id}</dt>
            <dd lang={langOf(title, language)}>{pick(title, language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
