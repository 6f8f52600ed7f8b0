import type { RegisteredRule } from "@suzheng/api-contract";
import { beijingMinute } from "../dates/dates.ts";
import { useRuleWords } from "./use-rule-words.ts";

/** What happened to a filed rule, oldest first, each act where it stands in its log. */
export function FiledHistory(props: { rule: RegisteredRule }) {
  const { rule } = props;
  const words = useRuleWords();
  const acts: Record<string, string> = words.acts;
  const place = [rule.institution, rule.rule].map(encodeURIComponent).join("/");
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{words.history}</h2>
      <ol class="rows">
        {rule.history.map((item) => (
          <li class="value-row" key={item.index}>
            <p>
              {acts[item.type] ?? item.type} · {item.version}
              {item.isSigned && <> · {words.signed}</>}
            </p>
            <p class="small">
              {item.occurredOn} · {words.recorded(beijingMinute(item.recordedAt), item.index)}
              {item.reviewer && <> · {item.reviewer.name}</>}
            </p>
            {item.reason && <p>{item.reason}</p>}
          </li>
        ))}
      </ol>
      <p>
        <a href={`/api/v1/rules/registered/${place}/proof`} download={`${rule.rule}.suzheng.json`}>
          {words.proof}
        </a>
      </p>
    </section>
  );
}
