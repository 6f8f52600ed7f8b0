import type { RuleCertificate, RuleCertificates } from "../application/rule-certificates.ts";
import type { Database } from "./database.ts";

type Row = {
  institution: string;
  institution_name: string;
  number: string;
  holder_name: string;
  holder_code: string;
  item_code: string;
  status: string;
  issued_on: string;
  valid_until: string;
};

const toCertificate = (row: Row): RuleCertificate => ({
  institution: row.institution,
  institutionName: row.institution_name,
  number: row.number,
  holderName: row.holder_name,
  holderCode: row.holder_code,
  itemCode: row.item_code,
  status: row.status,
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
});

export function postgresRuleCertificates(database: Database): RuleCertificates {
  return {
    async list({ itemCodes, issuedFrom, issuedBefore, after, limit }) {
      const rows = await database.query<Row>(
        `select c.institution, i.name as institution_name, c.number, c.holder_name, c.holder_code,
           c.item_code, c.status, c.issued_on, c.valid_until
         from certificates c join institutions i on i.approval_number = c.institution
         where c.number > $1 and not c.withheld and c.issued_on >= $2
           and ($3::date is null or c.issued_on < $3)
           and c.item_code ^@ any($4::text[])
         order by c.number limit $5`,
        [after ?? "", issuedFrom, issuedBefore, itemCodes, limit],
      );
      return rows.map(toCertificate);
    },
  };
}
