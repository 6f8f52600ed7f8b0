import type { RuleSummary, RuleVersion } from "@suzheng/api-contract";
import { apiPaths, pagePaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Go } from "../shell/go.tsx";
import { useRuleWords } from "./use-rule-words.ts";

/** Leads to what changed since the version before, where there is one. */
export function VersionsBefore(props: { rule: RuleVersion }) {
  const { id, version } = props.rule;
  const words = useRuleWords();
  const answer = useAnswer<RuleSummary>(apiPaths.rule(id));
  if (answer.state !== "ready") return null;
  const { versions } = answer.value;
  const before = versions[versions.findIndex((one) => one.version === version) - 1];
  if (before === undefined) return null;
  return (
    <p>
      <Go to={pagePaths.ruleDiff(id, { from: before.version, to: version })}>
        {words.compareWith(before.version)}
      </Go>
    </p>
  );
}
