import type { RuleSummary, RuleVersion } from "@suzheng/api-contract";
import { useRoute } from "preact-iso";
import { apiPaths, isBody } from "../../api/paths.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { pick } from "../../language/language.ts";
import { useWords } from "../../language/use-language.tsx";
import { useFragment, usePageTitle } from "../../shell/use-page.ts";
import { FiledRulePage } from "../filed/filed-rule-page.tsx";
import { ForRule } from "../for-rule.tsx";
import { shownShipped } from "./shown-version.ts";
import { VersionText } from "./version-text.tsx";
import { VersionsBefore } from "./versions-before.tsx";

/** `/rules/{id}/{version}`; where a body stands first, the second part is a rule of its. */
export function RuleVersionPage() {
  const { id = "", version = "" } = useRoute().params;
  return isBody(id) ? (
    <FiledRulePage name={{ institution: id, id: version }} />
  ) : (
    <ShippedVersionPage id={id} version={version} />
  );
}

function ShippedVersionPage({ id, version }: { id: string; version: string }) {
  const { language } = useWords();
  const name = { institution: null, id };
  const answer = useAnswer<RuleVersion>(apiPaths.ruleVersion(name, version));
  const rule = useAnswer<RuleSummary>(apiPaths.rule(name));
  usePageTitle(answer.state === "ready" ? pick(answer.value.title, language) : `${id} ${version}`);
  useFragment(answer.state === "ready");
  const versions = rule.state === "ready" ? rule.value.versions : [];
  return (
    <div class="wide page">
      <ForRule answer={answer}>
        {(found) => (
          <VersionText
            rule={shownShipped(found)}
            above={<VersionsBefore name={name} version={version} versions={versions} />}
          />
        )}
      </ForRule>
    </div>
  );
}
