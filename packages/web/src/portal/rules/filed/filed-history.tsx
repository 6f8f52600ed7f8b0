import type { RegisteredRule, RuleHistoryItem } from "@suzheng/api-contract";
import type { ComponentChildren } from "preact";
import { apiPaths } from "../../api/paths.ts";
import { beijingMinute } from "../../dates/dates.ts";
import { Recorded } from "../../language/told-text.tsx";
import { useRuleWords } from "../use-rule-words.ts";

function Act({ item }: { item: RuleHistoryItem }) {
  const words = useRuleWords();
  const acts: Record<string, string> = words.acts;
  return (
    <li class="line">
      <p class="line-when">{item.occurredOn}</p>
      <p class="line-verb">
        {acts[item.type] ?? item.type}{" "}
        <span class="line-count">
          · {words.versionWord(item.version)}
          {item.isSigned && ` · ${words.signed}`}
          {item.reviewer && (
            <>
              {" · "}
              <Recorded text={item.reviewer.name} />
            </>
          )}
        </span>
      </p>
      {item.reason && (
        <p>
          <Recorded text={item.reason} />
        </p>
      )}
      <p class="small position">
        {words.recorded(beijingMinute(item.recordedAt), item.index.toLocaleString("en"))}
      </p>
    </li>
  );
}

/** What happened to a filed rule, newest first, each act where it stands in its log. */
export function FiledHistory(props: { rule: RegisteredRule; children?: ComponentChildren }) {
  const { rule } = props;
  const words = useRuleWords();
  const name = { institution: rule.institution, id: rule.rule };
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{words.history}</h2>
      <ol class="timeline">
        {rule.history.toReversed().map((item) => (
          <Act key={item.index} item={item} />
        ))}
      </ol>
      {props.children}
      <p>
        <a href={apiPaths.ruleProof(name)} download={`${rule.rule}.suzheng.json`}>
          {words.proof}
        </a>
      </p>
    </section>
  );
}
