import type { CertificateCounts } from "@suzheng/api-contract";
import { apiPaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWords } from "../language/use-language.tsx";
import { StatusChip } from "../shell/chip.tsx";
import { Icon } from "../shell/icon.tsx";
import { ForAnswer } from "../shell/states.tsx";

const STATUSES = ["valid", "suspended", "withdrawn", "cancelled", "expired"] as const;

const grouped = (count: number) => count.toLocaleString("en");

/** How many of a body's certificates stand how today, and of how many something is overdue. */
export function CertificateStanding(props: { approvalNumber: string }) {
  const { t } = useWords();
  const answer = useAnswer<CertificateCounts>(apiPaths.certificateCounts(props.approvalNumber));
  return (
    <section aria-labelledby="standing-title">
      <h2 id="standing-title">{t.bodies.standing}</h2>
      <ForAnswer answer={answer} lines={2}>
        {(counts) => <Counts counts={counts} />}
      </ForAnswer>
    </section>
  );
}

function Counts({ counts: { on, statuses, overdue } }: { counts: CertificateCounts }) {
  const { t } = useWords();
  if (STATUSES.every((status) => statuses[status] === 0)) {
    return <p class="absent">{t.bodies.noCertificates}</p>;
  }
  return (
    <>
      <dl class="standing-counts">
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>
              <StatusChip status={status} />
            </dt>
            <dd class="number">{grouped(statuses[status])}</dd>
          </div>
        ))}
      </dl>
      <Overdue count={overdue} />
      <p class="small">{t.bodies.standingOn(on)}</p>
    </>
  );
}

function Overdue({ count }: { count: number | null }) {
  const { t } = useWords();
  if (count === null) return <p class="absent">{t.bodies.overdueUnknown}</p>;
  if (count === 0) return <p>{t.bodies.noneOverdue}</p>;
  return (
    <p class="band-warning">
      <Icon name="alert" /> {t.bodies.overdue(grouped(count), count)}
    </p>
  );
}
