import { certificateStream } from "@suzheng/certification";
import { parseEntry } from "@suzheng/log-format";
import type {
  RuleCertificate,
  RuleCertificates,
} from "../../application/rules/rule-certificates.ts";
import type { Database } from "../database.ts";

type Row = {
  institution: string;
  institution_name: string;
  institution_name_english: string | null;
  number: string;
  holder_name: string;
  holder_code: string;
  item_code: string;
  status: string;
  effective_on: string;
  issued_on: string;
  valid_until: string;
};

const LIST = `
  select c.institution, i.name as institution_name, i.name_english as institution_name_english,
    c.number, c.holder_name, c.holder_code, c.item_code, c.status, c.card::json ->> 'effectiveOn' as effective_on, c.issued_on, c.valid_until
  from certificates c join institutions i on i.approval_number = c.institution
  where c.number > $1 and not c.withheld and c.issued_on >= $2
    and ($3::date is null or c.issued_on < $3)
    and exists (select 1 from unnest($4::text[]) as code
      where code <> '' and starts_with(c.item_code, code))
    and ($6::text is null or c.institution = $6)
  order by c.number limit $5`;

/**
 * Of each certificate the first report of its issue: one that names the day of issue and took
 * effect on it. In canonical JSON no other member is written like these two.
 */
const ISSUES = `
  select wanted.stream, e.entry
  from unnest($1::text[], $2::text[], $3::text[]) as wanted(institution, stream, issued_on)
    cross join lateral (
      select entry from entries
      where institution = wanted.institution and stream = wanted.stream
        and entry like '%"issuedOn":"' || wanted.issued_on || '"%'
        and entry like '%"occurredOn":"' || wanted.issued_on || '"%'
      order by version limit 1) e`;

const toCertificate = (row: Row): RuleCertificate => ({
  institution: row.institution,
  institutionName: row.institution_name,
  institutionNameEnglish: row.institution_name_english,
  number: row.number,
  holderName: row.holder_name,
  holderCode: row.holder_code,
  itemCode: row.item_code,
  status: row.status,
  effectiveOn: row.effective_on,
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
});

function judgedVersion(entry: string, rule: string): string | null {
  const parsed = parseEntry(entry);
  if (parsed.outcome === "malformed") throw new Error(parsed.detail.en);
  return parsed.value.judged?.find(({ pack }) => pack === rule)?.version ?? null;
}

export function postgresRuleCertificates(database: Database): RuleCertificates {
  return {
    async list({ institution, itemCodes, issuedFrom, issuedBefore, after, limit }) {
      if (itemCodes.length === 0) return [];
      const values = [after ?? "", issuedFrom, issuedBefore, itemCodes, limit, institution];
      return (await database.query<Row>(LIST, values)).map(toCertificate);
    },
    async judgedVersions(rule, issues) {
      const versions = new Map<string, string>();
      if (issues.length === 0) return versions;
      const numbers = new Map(issues.map(({ number }) => [certificateStream(number), number]));
      const found = await database.query<{ stream: string; entry: string }>(ISSUES, [
        issues.map(({ institution }) => institution),
        [...numbers.keys()],
        issues.map(({ issuedOn }) => issuedOn),
      ]);
      for (const { stream, entry } of found) {
        const [number, version] = [numbers.get(stream), judgedVersion(entry, rule)];
        if (number !== undefined && version !== null) versions.set(number, version);
      }
      return versions;
    },
  };
}
