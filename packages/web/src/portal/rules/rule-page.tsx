import type { RuleSummary } from "@suzheng/api-contract";
import { useRoute } from "preact-iso";
import { apiPaths, pagePaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { beijingDate } from "../dates/dates.ts";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { ForAnswer } from "../shell/states.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { CompareVersions } from "./compare-versions.tsx";
import { ForceChip } from "./force.tsx";

export function RulePage() {
  const { t, language } = useWords();
  const id = useRoute().params.id ?? "";
  const answer = useAnswer<RuleSummary>(apiPaths.rule(id));
  const today = beijingDate(new Date());
  usePageTitle(answer.state === "ready" ? pick(answer.value.title, language) : id);
  return (
    <div class="narrow page">
      <p class="crumb">
        <Go to="/rules">{t.rules.title}</Go>
      </p>
      <ForAnswer answer={answer}>
        {(rule) => (
          <>
            <h1>{pick(rule.title, language)}</h1>
            <p class="lead">
              <span class="code">{rule.id}</span> · {pick(rule.issuer, language)}
            </p>
            <h2>{t.rules.versions}</h2>
            <ul class="rows">
              {rule.versions.toReversed().map((version) => (
                <li key={version.version}>
                  <Go to={pagePaths.ruleVersion(rule.id, version.version)} class="row">
                    <span class="row-title">{version.version}</span>
                    <span class="row-detail small">
                      <ForceChip version={version} today={today} />
                    </span>
                  </Go>
                </li>
              ))}
            </ul>
            <CompareVersions rule={rule} />
          </>
        )}
      </ForAnswer>
    </div>
  );
}
