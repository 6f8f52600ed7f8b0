import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { pagePaths, type RuleName } from "../../api/paths.ts";
import { inLanguage } from "../../language/language.ts";
import { useWords } from "../../language/use-language.tsx";
import { useRuleWords } from "../use-rule-words.ts";

/** Leads to the difference of any two versions; the two newest first. */
export function CompareVersions(props: { name: RuleName; versions: readonly string[] }) {
  const { name: rule, versions } = props;
  const { language } = useWords();
  const words = useRuleWords();
  const { route } = useLocation();
  const [between, setBetween] = useState({
    from: versions.at(-2) ?? "",
    to: versions.at(-1) ?? "",
  });
  if (versions.length < 2) return <p class="small">{words.onlyVersion}</p>;
  const go = (event: Event) => {
    event.preventDefault();
    route(inLanguage(pagePaths.ruleDiff(rule, between), language));
  };
  const side = (name: "from" | "to") => (
    <label>
      {words[name]}
      <select
        value={between[name]}
        onChange={(event) => setBetween({ ...between, [name]: event.currentTarget.value })}
      >
        {versions.map((version) => (
          <option key={version} value={version}>
            {version}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form onSubmit={go}>
      <fieldset class="filters">
        <legend>{words.compare}</legend>
        {side("from")}
        {side("to")}
        <button type="submit" class="button">
          {words.compareGo}
        </button>
      </fieldset>
    </form>
  );
}
