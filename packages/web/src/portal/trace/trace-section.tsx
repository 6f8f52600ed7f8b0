import type { Act, Trace } from "@suzheng/api-contract";
import { daysBetween } from "../dates/dates.ts";
import { asSentence, pick } from "../language/language.ts";
import { ClauseName } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";
import { UnconfirmedChip } from "../shell/chip.tsx";
import { groupActs } from "./group-acts.ts";
import { isEscalated } from "./overdue.ts";
import { TraceLineItem } from "./trace-line-item.tsx";
import type { TraceParts } from "./trace-on.ts";

type Deadline = Trace["deadlines"][number];

type DeadlineProps = { deadline: Deadline; isEscalated: boolean; today: string };

function DeadlineItem(props: DeadlineProps) {
  const { deadline } = props;
  const { t, language } = useWords();
  const days = daysBetween(props.today, deadline.dueOn);
  return (
    <li class={`line line-${deadline.state}`}>
      <p class="line-when">{t.trace.dueOn(deadline.dueOn)}</p>
      <p class="line-verb">
        {deadline.state === "overdue" ? t.trace.overdue : t.trace.ahead}
        {props.isEscalated && t.trace.escalated}
        <span class="line-count">
          {" · "}
          {days < 0 ? t.trace.daysLate(-days) : t.trace.inDays(days)}
        </span>
      </p>
      <p class="line-text">
        {asSentence(pick(deadline.message, language))}{" "}
        <span class="small">
          <ClauseName number={deadline.clause} />
        </span>{" "}
        {deadline.unconfirmed && <UnconfirmedChip />}
      </p>
      {deadline.tolled && <p class="line-text">{t.trace.moved(pick(deadline.tolled, language))}</p>}
    </li>
  );
}

function cycleTitle(cycle: number | null, t: Words["trace"]): string {
  if (cycle === null) return t.noCycle;
  return cycle === 0 ? t.initialCycle : t.cycle(cycle);
}

function Cycles(props: { acts: readonly Act[]; all: readonly Act[]; today: string }) {
  const { t } = useWords();
  return (
    <>
      {groupActs(props.acts, props.all).map((group) => (
        <section key={String(group.cycle)} class="cycle">
          <h3>{cycleTitle(group.cycle, t.trace)}</h3>
          <ol class="timeline">
            {group.lines.map((line) => {
              const first = line.kind === "act" ? line.act : line.acts[0];
              return (
                <TraceLineItem
                  key={`${first?.log.institution} ${first?.log.index}`}
                  line={line}
                  today={props.today}
                />
              );
            })}
          </ol>
        </section>
      ))}
    </>
  );
}

/**
 * Everything recorded about the certificate, newest first, deadlines on top. What came after the
 * day asked about is not part of the answer and stands apart, closed.
 */
export function TraceSection(props: { trace: Trace; parts: TraceParts; today: string }) {
  const { t } = useWords();
  const { acts } = props.trace;
  const { upTo, later } = props.parts;
  const deadlines = [...props.trace.deadlines].sort((a, b) => b.dueOn.localeCompare(a.dueOn));
  return (
    <section aria-labelledby="trace-title" class="trace">
      <h2 id="trace-title">{t.trace.title}</h2>
      {deadlines.length > 0 && (
        <ol class="timeline timeline-ahead">
          {deadlines.map((deadline) => (
            <DeadlineItem
              key={`${deadline.requirement} ${deadline.step} ${deadline.dueOn}`}
              deadline={deadline}
              isEscalated={isEscalated(deadline, deadlines)}
              today={props.today}
            />
          ))}
        </ol>
      )}
      {upTo.length === 0 && <p class="absent">{t.trace.empty}</p>}
      {later.length > 0 && (
        <details class="more later">
          <summary>
            {t.trace.later} <span class="small">{t.trace.rows(later.length)}</span>
          </summary>
          <p class="small">{t.trace.laterNote}</p>
          <Cycles acts={later} all={acts} today={props.today} />
        </details>
      )}
      <Cycles acts={upTo} all={acts} today={props.today} />
    </section>
  );
}
