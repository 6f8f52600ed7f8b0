import { DatedText } from "../dates/dated-text.tsx";
import { beijingDate, beijingMinute } from "../dates/dates.ts";
import { Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";
import { STATUS_ICON, type StatusWord } from "../shell/chip.tsx";
import { Icon } from "../shell/icon.tsx";
import type { ProofReport } from "./check-proof.ts";
import type { Standing } from "./proven-standing.ts";

const MEANING = {
  valid: "validProven",
  suspended: "suspendedProven",
  withdrawn: "endedProven",
  cancelled: "endedProven",
  expired: "endedProven",
  unknown: "unknownProven",
} as const satisfies Record<StatusWord, keyof Words["verify"]>;

/** Today, or the day up to which the proof speaks where this device's clock is behind it. */
function dayOf(report: ProofReport): string {
  const today = beijingDate(new Date());
  const proven = beijingMinute(report.provenUpTo ?? "").slice(0, 10);
  return proven > today ? proven : today;
}

function remarks(standing: Standing, t: Words): string[] {
  const { status, since, suspendedUntil, validUntil } = standing;
  return [
    since === null ? "" : t.certificate.since(t.status[status], since),
    suspendedUntil === null ? "" : t.certificate.suspendedUntil(suspendedUntil),
    status === "valid" ? t.search.until(validUntil) : "",
  ].filter((line) => line !== "");
}

type BandProps = { status: StatusWord; title: string; name: string; number: string; text: string };

function Band(props: BandProps) {
  return (
    <div class={`proven band-${props.status}`}>
      <div class="verdict">
        <span class="verdict-icon">
          <Icon name={STATUS_ICON[props.status]} size={32} />
        </span>
        <p class="verdict-word verdict-long">{props.title}</p>
      </div>
      {props.name && (
        <p class="proven-name">
          <Recorded text={props.name} />
        </p>
      )}
      <p class="number">{props.number}</p>
      <p>
        <DatedText text={props.text} />
      </p>
    </div>
  );
}

/** What the proven history says of the certificate, before how it was proven. */
export function ProvenVerdict(props: { report: ProofReport }) {
  const { t, language } = useWords();
  const { report } = props;
  const { number } = report.proven;
  if (report.outcome !== "valid" || number === null) return null;
  const upTo = report.provenUpTo ? t.verify.asProven(beijingMinute(report.provenUpTo)) : "";
  const inOne = (lines: readonly string[]) =>
    lines
      .map((line) => (/[。.]$/.test(line) ? line : line + (language === "zh" ? "。" : ".")))
      .join(language === "zh" ? "" : " ");
  const standing = report.standingOn(dayOf(report));
  if (standing === null) {
    const text = upTo + t.verify.absentProven(report.institution ?? "");
    return <Band {...{ status: "unknown", title: t.verify.absentTitle, name: "", number, text }} />;
  }
  const { status, holderName: name } = standing;
  const text = upTo + inOne([...remarks(standing, t), t.verify[MEANING[status]]]);
  return <Band {...{ status, title: t.status[status], name, number, text }} />;
}
