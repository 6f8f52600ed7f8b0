import type { RuleVersion } from "@suzheng/api-contract";
import { useRoute } from "preact-iso";
import { apiPaths, clauseAnchor, pagePaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { beijingDate } from "../dates/dates.ts";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { ForAnswer } from "../shell/states.tsx";
import { useFragment, usePageTitle } from "../shell/use-page.ts";
import { Citation } from "./citation.tsx";
import { ClauseItem } from "./clause-item.tsx";
import { ForceChip } from "./force.tsx";
import { ParameterTable } from "./parameter-table.tsx";
import { RequirementItem } from "./requirement-item.tsx";
import { RuleCertificates } from "./rule-certificates.tsx";
import { useRuleWords } from "./use-rule-words.ts";
import { VersionsBefore } from "./versions-before.tsx";

function Identity(props: { rule: RuleVersion }) {
  const { rule } = props;
  const { t, language } = useWords();
  return (
    <dl class="facts">
      <div class="fact">
        <dt>{t.rules.force}</dt>
        <dd>
          <ForceChip version={rule} today={beijingDate(new Date())} />
        </dd>
      </div>
      <div class="fact">
        <dt>{t.rules.issuer}</dt>
        <dd>
          {pick(rule.issuer, language)} · {t.rules.issuedOn} {rule.issuedOn}
        </dd>
      </div>
      <div class="fact">
        <dt>{t.rules.basis}</dt>
        <dd>
          <ul class="plain">
            {rule.basis.map((basis) => (
              <li key={basis.number}>
                <span class="code">{basis.number}</span> {pick(basis.title, language)}
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div class="fact">
        <dt>{t.rules.hash}</dt>
        <dd>
          <code class="hash">{rule.contentHash}</code>
          <p class="small">{t.rules.hashNote}</p>
        </dd>
      </div>
    </dl>
  );
}

function Contents(props: { rule: RuleVersion }) {
  const { t, language } = useWords();
  return (
    <nav class="contents" aria-label={t.rules.contents}>
      <p class="small label">{t.rules.contents}</p>
      <ol class="plain">
        {props.rule.clauses.map((clause) => (
          <li key={clause.number}>
            <a href={`#${clauseAnchor(clause.number)}`}>
              <span class="number">{clause.number}</span> {pick(clause.title, language)}
            </a>
          </li>
        ))}
        <li>
          <a href="#parameters">{t.rules.parameters}</a>
        </li>
      </ol>
    </nav>
  );
}

function Notes(props: { rule: RuleVersion }) {
  const { language } = useWords();
  const words = useRuleWords();
  if (props.rule.notes.length === 0) return null;
  return (
    <>
      <h2>{words.notes}</h2>
      <ul>
        {props.rule.notes.map((note) => (
          <li key={note.zh}>{pick(note, language)}</li>
        ))}
      </ul>
    </>
  );
}

function Text(props: { rule: RuleVersion }) {
  const { rule } = props;
  const { t, language } = useWords();
  const numbers = new Set(rule.clauses.map((clause) => clause.number));
  const loose = rule.requirements.filter((requirement) => !numbers.has(requirement.clause));
  return (
    <>
      <p class="crumb">
        <Go to="/rules">{t.rules.title}</Go> / <Go to={pagePaths.rule(rule.id)}>{rule.id}</Go>
      </p>
      <h1>{pick(rule.title, language)}</h1>
      <p class="lead">
        <span class="code">{rule.number}</span> · {rule.version}
      </p>
      <VersionsBefore rule={rule} />
      <Identity rule={rule} />
      <div class="reading">
        <Contents rule={rule} />
        <div>
          <h2>{t.rules.clauses}</h2>
          <p class="small">{t.rules.paraphrase}</p>
          {rule.clauses.map((clause) => (
            <ClauseItem key={clause.number} clause={clause} rule={rule} />
          ))}
          {loose.length > 0 && <h2>{t.rules.otherRequirements}</h2>}
          {loose.map((requirement) => (
            <RequirementItem key={requirement.id} requirement={requirement} />
          ))}
          <h2 id="parameters">{t.rules.parameters}</h2>
          <ParameterTable parameters={rule.parameters} />
          <Notes rule={rule} />
          <Citation rule={rule} />
          <RuleCertificates rule={rule} />
        </div>
      </div>
    </>
  );
}

export function RuleVersionPage() {
  const { language } = useWords();
  const { id = "", version = "" } = useRoute().params;
  const answer = useAnswer<RuleVersion>(apiPaths.ruleVersion(id, version));
  usePageTitle(answer.state === "ready" ? pick(answer.value.title, language) : `${id} ${version}`);
  useFragment(answer.state === "ready");
  return (
    <div class="wide page">
      <ForAnswer answer={answer} lines={14}>
        {(rule) => <Text rule={rule} />}
      </ForAnswer>
    </div>
  );
}
