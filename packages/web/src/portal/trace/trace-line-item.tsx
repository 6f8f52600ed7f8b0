import type { Act } from "@suzheng/api-contract";
import { useCodeLists } from "../api/code-lists.ts";
import { codeName } from "../api/code-name.ts";
import { dateSpan } from "../dates/dates.ts";
import { useWords } from "../language/use-language.tsx";
import { ActDetail } from "./act-detail.tsx";
import { ActPeople } from "./act-people.tsx";
import type { TraceLine } from "./group-acts.ts";
import { stageVerb, textField, verbOf } from "./read-act.ts";
import { VerdictChip } from "./verdict-chip.tsx";

/** One requirement judged alike for all people of an audit appears once. */
function distinctVerdicts(acts: readonly Act[]): Act["verdicts"] {
  const byKey = new Map(
    acts
      .flatMap((act) => act.verdicts)
      .map((verdict) => [verdict.requirement + verdict.outcome, verdict]),
  );
  return [...byKey.values()];
}

function hasFailed(acts: readonly Act[]): boolean {
  return acts.some((act) => act.verdicts.some((verdict) => verdict.outcome === "not-met"));
}

/** What an act's dot says beside its verb. */
function markOf(acts: readonly Act[], today: string): string {
  if (hasFailed(acts)) return " line-failed";
  return acts.every((act) => act.occurredOn > today) ? " line-ahead" : "";
}

/** `today`: the day asked about; a plan reported for a later day has a hollow dot. */
export function TraceLineItem(props: { line: TraceLine; today: string }) {
  const { line } = props;
  const { t, language } = useWords();
  const lists = useCodeLists();
  const acts = line.kind === "audit" ? line.acts : [line.act];
  const verb = line.kind === "audit" ? stageVerb(line.stage) : verbOf(line.act, line.before);
  const people = line.kind === "audit" ? line.people : line.act.people;
  const mode = line.kind === "act" ? textField(line.act, ["mode"]) : null;
  const when =
    line.kind === "audit"
      ? dateSpan(line.from, line.to)
      : dateSpan(line.act.occurredOn, line.act.occurredOn);
  return (
    <li class={`line line-${verb}${markOf(acts, props.today)}`}>
      <p class="line-when">{when}</p>
      <p class="line-verb">
        {t.verbs[verb]}
        {line.kind === "audit" && (
          <span class="line-count"> · {t.trace.people(line.people.length)}</span>
        )}
        {mode && (
          <span class="line-count">
            {" "}
            · {codeName(lists, { list: "auditMode", code: mode, language })}
          </span>
        )}
      </p>
      <ActPeople people={people} />
      <div class="chips">
        {distinctVerdicts(acts).map((verdict) => (
          <VerdictChip key={verdict.requirement + verdict.outcome} verdict={verdict} />
        ))}
      </div>
      <details class="more">
        <summary>
          {t.trace.detail}
          <span class="small">
            {acts.length === 1
              ? t.trace.logPosition((acts[0]?.log.index ?? 0).toLocaleString("en"))
              : t.trace.rows(acts.length)}
          </span>
        </summary>
        {acts.map((act) => (
          <ActDetail key={`${act.log.institution} ${act.log.index}`} act={act} />
        ))}
      </details>
    </li>
  );
}
