import { pagePaths, type RuleName } from "../../api/paths.ts";
import { Go } from "../../shell/go.tsx";
import { useRuleWords } from "../use-rule-words.ts";

type BeforeProps = {
  name: RuleName;
  version: string;
  /** Of the rule, oldest first. */
  versions: readonly { version: string }[];
};

/** Leads to what changed since the version before, where there is one. */
export function VersionsBefore(props: BeforeProps) {
  const { name, version, versions } = props;
  const words = useRuleWords();
  const before = versions[versions.findIndex((one) => one.version === version) - 1];
  if (before === undefined) return null;
  return (
    <p>
      <Go to={pagePaths.ruleDiff(name, { from: before.version, to: version })}>
        {words.compareWith(before.version)}
      </Go>
    </p>
  );
}
