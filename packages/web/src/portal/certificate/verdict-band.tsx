import type { Certificate, Trace } from "@suzheng/api-contract";
import type { ComponentChildren } from "preact";
import { DatedText } from "../dates/dated-text.tsx";
import { daysBetween, daysLeft } from "../dates/dates.ts";
import { asSentence, pick } from "../language/language.ts";
import { Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";
import { knownStatus, STATUS_ICON, type StatusWord, UnconfirmedChip } from "../shell/chip.tsx";
import { Icon } from "../shell/icon.tsx";
import { overdueNow } from "../trace/overdue.ts";
import { DayChooser } from "./day-chooser.tsx";

type VerdictBandProps = {
  deadlines: Trace["deadlines"];
  certificate: Certificate;
  on: string | null;
  today: string;
  proof: ComponentChildren;
};

const SOON_DAYS = 90;

/** What may still change before a day to come; a certificate that was ended stays so. */
const AHEAD = {
  valid: "aheadValid",
  suspended: "aheadSuspended",
  expired: "aheadExpired",
} as const satisfies Partial<Record<StatusWord, keyof Words["certificate"]>>;

const isOpen = (status: StatusWord): status is keyof typeof AHEAD => status in AHEAD;

/** What the status means on that day, and what a reader should know beside it. */
function remarks(certificate: Certificate, status: StatusWord, t: Words): string[] {
  const { on } = certificate.asOf;
  const lines: string[] = [];
  if (on < certificate.issuedOn) lines.push(t.certificate.notYetIssued(certificate.issuedOn));
  else lines.push(t.status[`${status}Meaning`]);
  if (certificate.statusSince && status !== "valid") {
    lines.push(t.certificate.since(t.status[status], certificate.statusSince));
  }
  if (status === "suspended" && certificate.suspendedUntil) {
    lines.push(t.certificate.suspendedUntil(certificate.suspendedUntil));
  }
  return lines;
}

/** A status may hold only because nobody has reported what the rules ask for. */
function Overdue(props: { deadlines: Trace["deadlines"]; today: string }) {
  const { t, language } = useWords();
  return (
    <>
      {overdueNow(props.deadlines).map((deadline) => (
        <p key={`${deadline.requirement} ${deadline.step}`} class="band-warning">
          <Icon name="alert" />{" "}
          <DatedText
            text={t.certificate.overdue(
              asSentence(pick(deadline.message, language)),
              daysBetween(deadline.dueOn, props.today),
            )}
          />{" "}
          {deadline.unconfirmed && <UnconfirmedChip />}
        </p>
      ))}
    </>
  );
}

export function VerdictBand(props: VerdictBandProps) {
  const { certificate, on, today } = props;
  const { t, language } = useWords();
  const status = knownStatus(certificate.status);
  const isAhead = certificate.asOf.ahead && isOpen(status);
  const look = isAhead ? "unknown" : status;
  const left = daysLeft(certificate.asOf.on, certificate.validUntil);
  const soon = status === "valid" && left !== null && left <= SOON_DAYS;
  const stop = language === "zh" ? "。" : ". ";
  return (
    <header class={`band band-${look}`}>
      <div class="narrow">
        <div class="verdict">
          <span class="verdict-icon">
            <Icon name={isAhead ? "clock" : STATUS_ICON[status]} size={32} />
          </span>
          <p class={isAhead ? "verdict-word verdict-long" : "verdict-word"}>
            {isAhead ? t.certificate.ahead : t.status[status]}
          </p>
          {props.proof}
        </div>
        <h1>
          <Recorded text={certificate.holder.name} />
        </h1>
        <p class="verdict-meaning">
          <DatedText
            text={(isAhead ? [t.certificate[AHEAD[status]]] : remarks(certificate, status, t))
              .map((line) => line.replace(/[。.]$/, "") + stop)
              .join("")}
          />
        </p>
        {(status === "valid" || status === "suspended") && (
          <Overdue deadlines={props.deadlines} today={today} />
        )}
        <dl class="key-facts">
          <div>
            <dt>{t.certificate.number}</dt>
            <dd class="number">{certificate.number}</dd>
          </div>
          <div>
            <dt>{t.certificate.validity}</dt>
            <dd>
              {t.certificate.range(certificate.issuedOn, certificate.validUntil)}
              {soon && <span class="soon">{t.certificate.daysLeft(left, on === null)}</span>}
            </dd>
          </div>
        </dl>
        <DayChooser on={on} today={today} ahead={certificate.asOf.ahead} />
      </div>
    </header>
  );
}
