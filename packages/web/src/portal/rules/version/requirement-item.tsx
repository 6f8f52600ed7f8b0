import type { RuleVersion } from "@suzheng/api-contract";
import { Local } from "../../language/told-text.tsx";
import { useWords } from "../../language/use-language.tsx";
import type { Words } from "../../language/zh.ts";
import { UnconfirmedChip } from "../../shell/chip.tsx";
import { FactTable } from "../../trace/fact-table.tsx";

type Requirement = RuleVersion["requirements"][number];

/** As the timeline tells it; an act that it never shows, in words of its own. */
function eventName(type: string, { verbs, rules }: Pick<Words, "verbs" | "rules">): string {
  const named: Record<string, string> = { ...rules.acts, ...verbs };
  return named[type] ?? type;
}

function Examples(props: { examples: Requirement["examples"] }) {
  const { t } = useWords();
  if (props.examples.length === 0) return null;
  return (
    <details class="more">
      <summary>{t.rules.examples(props.examples.length)}</summary>
      {props.examples.map((example) => (
        <div key={example.name.zh} class={`example outcome-${example.expect}`}>
          <p>
            <Local text={example.name} />{" "}
            <span class="requirement-mark">
              {t.rules.expected} {t.rulesSection.outcome[example.expect]}
            </span>
          </p>
          <FactTable facts={example.facts} label={t.rules.given} keepEmpty={true} />
        </div>
      ))}
    </details>
  );
}

export function RequirementItem(props: { requirement: Requirement }) {
  const { requirement } = props;
  const { t, language } = useWords();
  return (
    <div class="executable" id={`r-${requirement.id}`}>
      <p class="executable-title">
        <span class={`chip kind-${requirement.kind}`} title={t.rules.kindNote[requirement.kind]}>
          {t.rules.kind[requirement.kind]}
        </span>{" "}
        <Local text={requirement.title} /> {requirement.unconfirmed && <UnconfirmedChip />}
      </p>
      <p class="small label">{t.rules.expression}</p>
      <pre>
        <code>{requirement.expression}</code>
      </pre>
      <p class="small">
        {requirement.on.length > 0 && (
          <>
            {t.rules.appliesTo}{" "}
            {requirement.on.map((type) => eventName(type, t)).join(language === "zh" ? "、" : ", ")}
          </>
        )}
        {requirement.parameters.length > 0 && (
          <>
            {" · "}
            {t.rules.usesParameters} <code>{requirement.parameters.join(", ")}</code>
          </>
        )}
      </p>
      <Examples examples={requirement.examples} />
    </div>
  );
}
