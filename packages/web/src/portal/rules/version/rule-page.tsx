import type { RuleSummary } from "@suzheng/api-contract";
import { useRoute } from "preact-iso";
import { apiPaths } from "../../api/paths.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { pick } from "../../language/language.ts";
import { Local, PackText } from "../../language/told-text.tsx";
import { useWords } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { usePageTitle } from "../../shell/use-page.ts";
import { CompareVersions } from "../diff/compare-versions.tsx";
import { ForRule } from "../for-rule.tsx";
import { VersionRows } from "./version-rows.tsx";

export function RulePage() {
  const { t, language } = useWords();
  const name = { institution: null, id: useRoute().params.id ?? "" };
  const answer = useAnswer<RuleSummary>(apiPaths.rule(name));
  usePageTitle(answer.state === "ready" ? pick(answer.value.title, language) : name.id);
  return (
    <div class="narrow page">
      <ForRule answer={answer} lines={8}>
        {(rule) => (
          <>
            <p class="crumb">
              <Go to="/rules">{t.rules.title}</Go>
            </p>
            <h1>
              <Local text={rule.title} />
            </h1>
            <p class="lead">
              <span class="code">
                <PackText text={rule.number} />
              </span>{" "}
              · <Local text={rule.issuer} />
            </p>
            <VersionRows name={name} versions={rule.versions} />
            <CompareVersions name={name} versions={rule.versions.map(({ version }) => version)} />
          </>
        )}
      </ForRule>
    </div>
  );
}
