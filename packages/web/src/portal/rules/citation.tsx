import { apiPaths, clauseAnchor, pagePaths } from "../api/paths.ts";
import { type Language, pick } from "../language/language.ts";
import { Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import { CopyButton } from "./copy-button.tsx";
import { useRuleWords } from "./use-rule-words.ts";
import type { ShownVersion } from "./version/shown-version.ts";

/** The citation with the full address, of a clause when one is named. */
export function citation(
  rule: Pick<ShownVersion, "citation" | "address">,
  language: Language,
  clause?: { number: string; words: string },
): string {
  const whole = pick(rule.citation, language);
  const address = new URL(rule.address, location.origin).href;
  const text = whole.slice(0, -rule.address.length);
  if (clause === undefined) return `${text}${address}`;
  const stop = language === "zh" ? "。" : ". ";
  return `${text}${clause.words}${stop}${address}#${clauseAnchor(clause.number)}`;
}

/** How to cite the version, and its form for programs. */
export function Citation(props: { rule: ShownVersion }) {
  const { rule } = props;
  const { language } = useWords();
  const words = useRuleWords();
  const text = citation(rule, language);
  return (
    <section aria-labelledby="cite-title" class="cite">
      <h2 id="cite-title">{words.cite}</h2>
      <blockquote class="citation">
        <Recorded text={text} />
      </blockquote>
      <p class="small">{words.citeNote}</p>
      <p class="buttons">
        <CopyButton text={() => text} label={words.copyCitation} />
      </p>
      <ul class="plain">
        <li>
          <a href={pagePaths.machineForm(rule.name, rule.version)} target="_blank" rel="noopener">
            {rule.filed ? words.filedForm : words.machineForm}
          </a>
        </li>
        <li>
          <a
            href={rule.filed ? apiPaths.bundleSchema : apiPaths.packSchema}
            target="_blank"
            rel="noopener"
          >
            {rule.filed ? words.filedSchema : words.schema}
          </a>
        </li>
      </ul>
    </section>
  );
}
