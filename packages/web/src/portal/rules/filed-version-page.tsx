import type { RegisteredRule, RegisteredVersion } from "@suzheng/api-contract";
import { useRoute } from "preact-iso";
import { clauseAnchor } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { ForAnswer } from "../shell/states.tsx";
import { useFragment, usePageTitle } from "../shell/use-page.ts";
import { FiledHistory } from "./filed-history.tsx";
import { useRuleWords } from "./use-rule-words.ts";

function Text(props: { filed: RegisteredVersion }) {
  const { filed } = props;
  const { t, language } = useWords();
  const words = useRuleWords();
  const states: Record<string, string> = words.states;
  return (
    <>
      <p class="crumb">
        <Go to="/rules">{t.rules.title}</Go>
      </p>
      <h1>{pick(filed.title, language)}</h1>
      <p class="lead">
        <span class="code">{filed.number}</span> · {filed.version} · {filed.institutionName}
      </p>
      <p>
        {states[filed.state] ?? filed.state}
        {filed.inForceFrom && <> · {t.rules.inForce(filed.inForceFrom, filed.inForceUntil)}</>}
      </p>
      <p class="small">
        {t.rules.hash} <code class="hash">{filed.contentHash}</code>
      </p>
      <h2>{t.rules.clauses}</h2>
      {filed.clauses.map(({ number, title, text }) => (
        <section
          class="clause"
          key={number}
          id={clauseAnchor(number)}
          aria-labelledby={`${clauseAnchor(number)}-title`}
        >
          <h3 id={`${clauseAnchor(number)}-title`}>
            <a href={`#${clauseAnchor(number)}`} aria-label={t.rules.permalink(number)}>
              {number}
            </a>{" "}
            {pick(title, language)}
          </h3>
          <p class="clause-text">{pick(text, language)}</p>
        </section>
      ))}
    </>
  );
}

/** A rule that a body filed, as published, with what happened to it. */
export function FiledVersionPage() {
  const { institution = "", rule = "", version = "" } = useRoute().params;
  const place = `/api/v1/rules/registered/${[institution, rule].map(encodeURIComponent).join("/")}`;
  const answer = useAnswer<RegisteredVersion>(`${place}/versions/${encodeURIComponent(version)}`);
  const history = useAnswer<RegisteredRule>(place);
  const { language } = useWords();
  usePageTitle(answer.state === "ready" ? pick(answer.value.title, language) : rule);
  useFragment(answer.state === "ready");
  return (
    <div class="narrow page">
      <ForAnswer answer={answer} lines={14}>
        {(filed) => <Text filed={filed} />}
      </ForAnswer>
      {answer.state === "ready" && (
        <ForAnswer answer={history}>{(filed) => <FiledHistory rule={filed} />}</ForAnswer>
      )}
    </div>
  );
}
