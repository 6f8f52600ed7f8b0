/** @jsxImportSource react */

import type { RegisteredRule } from "@suzheng/api-contract";
import { Local, Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { Empty } from "../shell/notices.tsx";
import { StateChip } from "./state-chip.tsx";
import { rulePath, versionPath } from "./version-path.ts";
import { words } from "./words.ts";

type Rule = Omit<RegisteredRule, "history">;

/** Each rule with its versions, newest first. */
export function RuleRows({ rules, withBody }: { rules: readonly Rule[]; withBody?: boolean }) {
  const { say } = useLanguage();
  if (rules.length === 0) return <Empty title={say(words.none)} way={say(words.noneWay)} />;
  return (
    <ul className="rows">
      {rules.map((rule) => (
        <RuleRow
          key={`${rule.institution} ${rule.rule}`}
          rule={rule}
          withBody={withBody === true}
        />
      ))}
    </ul>
  );
}

function RuleRow({ rule, withBody }: { rule: Rule; withBody: boolean }) {
  const { say } = useLanguage();
  const newest = rule.versions.at(-1);
  return (
    <li>
      <div className="row-main">
        <Go to={rulePath(rule)}>{newest ? <Local text={newest.title} /> : rule.rule}</Go>
        <span className="small">
          {withBody && <Recorded text={`${rule.institutionName} · `} />}
          <code>{rule.rule}</code> {newest && <Recorded text={`· ${newest.number}`} />}
        </span>
      </div>
      <ul className="version-list">
        {[...rule.versions].reverse().map(({ version, state, inForceUntil }) => (
          <li key={version}>
            <Go to={versionPath({ ...rule, version })}>
              {say(words.version)} {version}
            </Go>{" "}
            <StateChip state={state} inForceUntil={inForceUntil} />
          </li>
        ))}
      </ul>
    </li>
  );
}
