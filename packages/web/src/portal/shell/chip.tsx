import type { Certificate } from "@suzheng/api-contract";
import { useWords } from "../language/use-language.tsx";
import { Icon, type IconName } from "./icon.tsx";

export type StatusWord = Certificate["status"] | "unknown";

export const STATUS_ICON: Record<StatusWord, IconName> = {
  valid: "check",
  suspended: "pause",
  withdrawn: "cross",
  cancelled: "dash",
  expired: "clock",
  unknown: "question",
};

/** A status word unknown to this version of the page is shown as "cannot tell", never as valid. */
export function knownStatus(status: string): StatusWord {
  return status in STATUS_ICON ? (status as StatusWord) : "unknown";
}

export function StatusChip(props: { status: string }) {
  const { t } = useWords();
  const status = knownStatus(props.status);
  return (
    <span class={`status status-${status}`}>
      <Icon name={STATUS_ICON[status]} size={16} />
      {t.status[status]}
    </span>
  );
}

/** Marks a parameter that was not compared with the official text; the reason is in the title. */
export function UnconfirmedChip() {
  const { t } = useWords();
  return (
    <span class="chip chip-unconfirmed" title={t.rulesSection.unconfirmedNote}>
      {t.rulesSection.unconfirmed}
    </span>
  );
}
