import type { Act } from "@suzheng/api-contract";
import { beijingDate, beijingMinute, daysBetween } from "../dates/dates.ts";
import { useWords } from "../language/use-language.tsx";
import { FactTable } from "./fact-table.tsx";
import { VerdictDetail } from "./verdict-chip.tsx";

/** A later recording than this is worth saying. Presentation only, no rule. */
const LATE_DAYS = 45;

/** Where an act stands in the log, what was reported, and why it was judged so. */
export function ActDetail(props: { act: Act }) {
  const { act } = props;
  const { t } = useWords();
  const lag = daysBetween(act.occurredOn, beijingDate(new Date(act.recordedAt)));
  return (
    <div class="act-detail">
      {act.verdicts.map((verdict) => (
        <VerdictDetail key={verdict.pack + verdict.requirement} verdict={verdict} />
      ))}
      <FactTable facts={act.data} label={t.trace.submittedFields} />
      <p class="small position">
        {t.trace.recorded} {beijingMinute(act.recordedAt)} · {act.log.institution} ·{" "}
        {t.trace.logPosition(act.log.index.toLocaleString("en"))}
        {lag > LATE_DAYS && <> · {t.trace.lateBy(lag)}</>}
      </p>
      {act.log.leafHash && (
        <p class="small position">
          {t.trace.leafHash} <code class="hash">{act.log.leafHash}</code>
        </p>
      )}
    </div>
  );
}
