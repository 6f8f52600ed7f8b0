import {
  type CertificateCounter,
  NO_CERTIFICATES,
  type StatusCounts,
} from "../../application/institutions/certificate-counts.ts";
import { acrossInstitutions } from "../accounts/workspace.ts";
import type { Database } from "../database.ts";

/** `of` says of which body, as a condition that an index can use. */
const byStatus = (of: string) => `
  select institution, status, valid_until < $1 as past, count(*) as count
  from certificates where not withheld ${of} group by institution, status, past`;

const overdue = (of: string) => `
  select p.institution, (
    select count(distinct number) from obligations o join certificates c using (institution, number)
    where o.institution = p.institution and o.due_on < $1 and not c.withheld
      and c.status in ('valid', 'suspended') and c.valid_until >= $1
  ) as count
  from obligation_positions p where true ${of}`;

type StatusRow = {
  institution: string;
  status: keyof StatusCounts;
  past: boolean;
  count: number;
};

/** As `statusOn` tells it of one. */
function add(counts: StatusCounts, { status, past, count }: StatusRow): StatusCounts {
  const lapses = status === "valid" || status === "suspended";
  const stands = lapses && past ? "expired" : status;
  return { ...counts, [stands]: counts[stands] + count };
}

export function postgresCertificateCounter(database: Database): CertificateCounter {
  return {
    async byStatus(on, institution) {
      const rows = await (institution === null
        ? database.query<StatusRow>(byStatus(""), [on])
        : database.query<StatusRow>(byStatus("and institution = $2"), [on, institution]));
      const counts = new Map<string, StatusCounts>();
      for (const row of rows) {
        const before = counts.get(row.institution) ?? NO_CERTIFICATES;
        counts.set(row.institution, add(before, row));
      }
      return counts;
    },
    async overdue(on, institution) {
      const rows = await acrossInstitutions(database, (inside) =>
        institution === null
          ? inside.query<{ institution: string; count: number }>(overdue(""), [on])
          : inside.query<{ institution: string; count: number }>(
              overdue("and p.institution = $2"),
              [on, institution],
            ),
      );
      return new Map(rows.map((row) => [row.institution, row.count]));
    },
  };
}
