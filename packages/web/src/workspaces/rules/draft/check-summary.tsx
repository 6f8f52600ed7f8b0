/** @jsxImportSource react */
import type { SelfCheck, SelfCheckFinding } from "@suzheng/api-contract";
import { useLanguage } from "../../language/use-language.tsx";
import { words } from "./words.ts";

const SHOWN_MAX = 8;

/** Fields of a list's item may be folded away: opened first, then focused. */
function goToField(path: string): void {
  const field = document.getElementById(path);
  field?.closest("details")?.setAttribute("open", "");
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}

export function CheckSummary({ check, isOutdated }: { check: SelfCheck; isOutdated: boolean }) {
  const { say } = useLanguage();
  const errors = check.findings.filter(({ severity }) => severity === "error");
  const notices = check.findings.filter(({ severity }) => severity === "notice");
  const all = [...errors, ...notices];
  return (
    <section className={check.passed ? "note" : "notice"} role="status">
      <p className="notice-title">
        {say(check.passed ? words.passed : words.failed(errors.length))}{" "}
        {notices.length > 0 && say(words.notices(notices.length))}
      </p>
      {isOutdated && <p>{say(words.outdated)}</p>}
      <ul className="findings">
        {all.slice(0, SHOWN_MAX).map((finding) => (
          <SummaryItem key={`${finding.field} ${finding.message.zh}`} finding={finding} />
        ))}
      </ul>
      {all.length > SHOWN_MAX && <p>{say(words.others(all.length - SHOWN_MAX))}</p>}
    </section>
  );
}

function SummaryItem({ finding }: { finding: SelfCheckFinding }) {
  const { say } = useLanguage();
  return (
    <li>
      {finding.severity === "error" ? "✕ " : "! "}
      <button type="button" className="plain" onClick={() => goToField(finding.field)}>
        {say(finding.message)}
      </button>{" "}
      <span className="small">{finding.code}</span>
    </li>
  );
}
