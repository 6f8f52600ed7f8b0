import { pagePaths, type RuleName } from "../../api/paths.ts";
import { beijingDate } from "../../dates/dates.ts";
import { useWords } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { StandingChip } from "../standing-chip.tsx";
import type { StandingVersion } from "../standing-of.ts";
import { useRuleWords } from "../use-rule-words.ts";

type RowsProps = { name: RuleName; versions: readonly (StandingVersion & { version: string })[] };

/** The versions of a rule, newest first, each with how it stands today. */
export function VersionRows(props: RowsProps) {
  const { t } = useWords();
  const words = useRuleWords();
  const today = beijingDate(new Date());
  return (
    <section aria-labelledby="versions-title">
      <h2 id="versions-title">{t.rules.versions}</h2>
      <ul class="rows">
        {props.versions.toReversed().map((version) => (
          <li key={version.version}>
            <Go to={pagePaths.versionOf(props.name, version.version)} class="row">
              <span class="row-title">{words.versionWord(version.version)}</span>
              <span class="row-detail small">
                <StandingChip version={version} today={today} />
              </span>
            </Go>
          </li>
        ))}
      </ul>
    </section>
  );
}
