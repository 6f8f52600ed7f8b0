import type { PublishedVersion, RegisteredRule } from "@suzheng/api-contract";
import { useRoute } from "preact-iso";
import { apiPaths } from "../../api/paths.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { pick } from "../../language/language.ts";
import { useWords } from "../../language/use-language.tsx";
import { ForAnswer } from "../../shell/states.tsx";
import { useFragment, usePageTitle } from "../../shell/use-page.ts";
import { ForRule } from "../for-rule.tsx";
import { shownFiled } from "../version/shown-version.ts";
import { VersionNotice } from "../version/version-notice.tsx";
import { VersionText } from "../version/version-text.tsx";
import { VersionsBefore } from "../version/versions-before.tsx";
import { FiledHistory } from "./filed-history.tsx";
import { RuleProof } from "./rule-proof.tsx";

/** A version that a body filed, once it was published, with what happened to it. */
export function FiledVersionPage() {
  const { institution = "", rule = "", version = "" } = useRoute().params;
  const name = { institution, id: rule };
  const answer = useAnswer<PublishedVersion>(apiPaths.ruleVersion(name, version));
  const register = useAnswer<RegisteredRule>(answer.state === "ready" ? apiPaths.rule(name) : null);
  const { language } = useWords();
  usePageTitle(answer.state === "ready" ? pick(answer.value.title, language) : rule);
  useFragment(answer.state === "ready");
  const known = register.state === "ready" ? register.value : null;
  return (
    <div class="wide page">
      <ForRule answer={answer}>
        {(found) => (
          <VersionText
            rule={shownFiled(found)}
            above={
              <>
                <VersionNotice version={found} register={known} />
                <VersionsBefore name={name} version={version} versions={known?.versions ?? []} />
              </>
            }
            history={
              <ForAnswer answer={register}>
                {(filed) => (
                  <FiledHistory rule={filed}>
                    <RuleProof rule={filed} version={found} />
                  </FiledHistory>
                )}
              </ForAnswer>
            }
          />
        )}
      </ForRule>
    </div>
  );
}
