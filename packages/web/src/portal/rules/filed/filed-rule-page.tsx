import type { RegisteredRule, RegisteredVersionSummary } from "@suzheng/api-contract";
import { apiPaths, pagePaths, type RuleName } from "../../api/paths.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { pick } from "../../language/language.ts";
import { Recorded } from "../../language/told-text.tsx";
import { useWords } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { usePageTitle } from "../../shell/use-page.ts";
import { CompareVersions } from "../diff/compare-versions.tsx";
import { ForRule } from "../for-rule.tsx";
import type { StandingVersion } from "../standing-of.ts";
import { useRuleWords } from "../use-rule-words.ts";
import { VersionRows } from "../version/version-rows.tsx";
import { FiledHistory } from "./filed-history.tsx";

/** As the public may see it: only what was published reaches this page. */
const standing = ({ version, state, inForceFrom, inForceUntil }: RegisteredVersionSummary) => ({
  version,
  state: state as StandingVersion["state"],
  inForceFrom: inForceFrom ?? "",
  inForceUntil,
});

/** A rule that a body filed: its versions, and what happened to them. */
export function FiledRulePage({ name }: { name: RuleName }) {
  const { t, language } = useWords();
  const words = useRuleWords();
  const answer = useAnswer<RegisteredRule>(apiPaths.rule(name));
  const newest = answer.state === "ready" ? answer.value.versions.at(-1) : undefined;
  const title = newest ? pick(newest.title, language) : name.id;
  usePageTitle(title);
  return (
    <div class="narrow page">
      <ForRule answer={answer} lines={8}>
        {(rule) => (
          <>
            <p class="crumb">
              <Go to="/rules">{t.rules.title}</Go>
            </p>
            <h1>
              <Recorded text={title} />
            </h1>
            <p class="lead">
              <span class="code">
                <Recorded text={newest?.number ?? ""} />
              </span>{" "}
              ·{" "}
              <Go to={pagePaths.body(rule.institution)}>
                <Recorded text={rule.institutionName} />
              </Go>{" "}
              · {words.filedChip}
            </p>
            <VersionRows name={name} versions={rule.versions.map(standing)} />
            <CompareVersions name={name} versions={rule.versions.map(({ version }) => version)} />
            <FiledHistory rule={rule} />
          </>
        )}
      </ForRule>
    </div>
  );
}
