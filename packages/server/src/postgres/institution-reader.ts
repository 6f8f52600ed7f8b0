import type { InstitutionReader } from "../application/institutions/institution-reader.ts";
import { type InstitutionRow, toInstitution } from "./certificates/certification-store.ts";
import type { Database } from "./database.ts";

export function postgresInstitutionReader(database: Database): InstitutionReader {
  const one = async (sql: string, value: string) => {
    const [row] = await database.query<InstitutionRow>(sql, [value]);
    return row === undefined ? null : toInstitution(row);
  };
  return {
    byApprovalNumber: (approvalNumber) =>
      one(`select * from institutions where approval_number = $1`, approvalNumber),
    byBodyNumber: (bodyNumber) =>
      one(
        `select * from institutions where body_number = $1 order by approval_number limit 1`,
        bodyNumber,
      ),
    async list({ text, after, limit }) {
      const rows = await database.query<InstitutionRow>(
        `select * from institutions
         where (strpos(lower(name), $1) > 0 or strpos(lower(coalesce(name_english, '')), $1) > 0
             or strpos(lower(approval_number), $1) > 0)
           and approval_number > $2
         order by approval_number limit $3`,
        [text.normalize("NFKC").trim().toLowerCase(), after ?? "", limit],
      );
      return rows.map(toInstitution);
    },
  };
}
