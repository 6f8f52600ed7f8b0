import type { ComponentChildren } from "preact";
import { clauseAnchor, pagePaths } from "../../api/paths.ts";
import { Local, PackText } from "../../language/told-text.tsx";
import { useWords } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { Citation } from "../citation.tsx";
import { RuleCertificates } from "../rule-certificates.tsx";
import { useRuleWords } from "../use-rule-words.ts";
import { ClauseItem } from "./clause-item.tsx";
import { ParameterTable } from "./parameter-table.tsx";
import { RequirementItem } from "./requirement-item.tsx";
import type { ShownVersion } from "./shown-version.ts";
import { hasSources, SOURCES_ANCHOR, SourceList } from "./source-list.tsx";
import { VersionFacts } from "./version-facts.tsx";

type RuleProps = { rule: ShownVersion };

function Contents(props: RuleProps & { sections: readonly (readonly [string, string])[] }) {
  const { t } = useWords();
  return (
    <nav class="contents" aria-label={t.rules.contents}>
      <p class="small label">{t.rules.contents}</p>
      <ol class="plain">
        {props.rule.clauses.map((clause) => (
          <li key={clause.number}>
            <a href={`#${clauseAnchor(clause.number)}`}>
              <span class="number">
                <PackText text={clause.number} />
              </span>{" "}
              <Local text={clause.title} />
            </a>
          </li>
        ))}
        {props.sections.map(([anchor, name]) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Notes(props: RuleProps) {
  const words = useRuleWords();
  if (props.rule.notes.length === 0) return null;
  return (
    <>
      <h2>{words.notes}</h2>
      <ul>
        {props.rule.notes.map((note) => (
          <li key={note.zh}>
            <Local text={note} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Requirements that stand under no clause of the text, and the values that all of them read. */
function Executable(props: RuleProps) {
  const { rule } = props;
  const { t } = useWords();
  const words = useRuleWords();
  const numbers = new Set(rule.clauses.map((clause) => clause.number));
  const loose = rule.requirements.filter((requirement) => !numbers.has(requirement.clause));
  if (rule.requirements.length === 0) return <p class="absent no-pack">{words.noPack}</p>;
  return (
    <>
      {loose.length > 0 && <h2>{t.rules.otherRequirements}</h2>}
      {loose.map((requirement) => (
        <RequirementItem key={requirement.id} requirement={requirement} />
      ))}
      <h2 id="parameters">{t.rules.parameters}</h2>
      <ParameterTable parameters={rule.parameters} sources={rule.sources} />
    </>
  );
}

function Clauses(props: RuleProps) {
  const { rule } = props;
  const { t } = useWords();
  const words = useRuleWords();
  return (
    <>
      <h2>{t.rules.clauses}</h2>
      <p class="small">{rule.filed ? words.ownText : t.rules.paraphrase}</p>
      {rule.clauses.map((clause) => (
        <ClauseItem key={clause.number} clause={clause} rule={rule} />
      ))}
      <Executable rule={rule} />
      {rule.filed && (
        <section aria-labelledby="commitment">
          <h2 id="commitment">{words.commitment}</h2>
          <p class="clause-text" lang="zh-CN">
            {rule.filed.commitment}
          </p>
        </section>
      )}
      <Notes rule={rule} />
      <SourceList sources={rule.sources} />
    </>
  );
}

type TextProps = RuleProps & {
  /** What became of the version, and the way to the others. */
  above: ComponentChildren;
  /** What happened to a filed rule. */
  history?: ComponentChildren;
};

/** The reading page of a version: what it is, its clauses with anchors, how to cite it. */
export function VersionText(props: TextProps) {
  const { rule, above, history } = props;
  const { t } = useWords();
  const words = useRuleWords();
  const sections = [
    ...(rule.requirements.length > 0 ? [["parameters", t.rules.parameters] as const] : []),
    ...(hasSources(rule.sources) ? [[SOURCES_ANCHOR, words.sources] as const] : []),
    ...(history ? [["history-title", words.history] as const] : []),
    ["cite-title", words.cite] as const,
    ["issued-title", words.certificates] as const,
  ];
  return (
    <>
      <p class="crumb">
        <Go to="/rules">{t.rules.title}</Go> /{" "}
        <Go to={pagePaths.rule(rule.name)}>{rule.name.id}</Go>
      </p>
      <h1>
        <Local text={rule.title} />
      </h1>
      <p class="lead">
        <span class="code">
          <PackText text={rule.number} />
        </span>{" "}
        · {words.versionWord(rule.version)}
      </p>
      {above}
      <VersionFacts rule={rule} />
      <div class="reading">
        <Contents rule={rule} sections={sections} />
        <div>
          <Clauses rule={rule} />
          {history}
          <Citation rule={rule} />
          <RuleCertificates rule={rule} />
        </div>
      </div>
    </>
  );
}
