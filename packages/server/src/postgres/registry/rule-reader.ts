import { type RegisteredState, ruleStream } from "@suzheng/certification";
import type { StoredEntry } from "../../application/ledger/log-store.ts";
import type {
  HangingCertificate,
  RegisteredRow,
  RuleReader,
  RuleRow,
} from "../../application/registry/rule-reader.ts";
import type { Database } from "../database.ts";

type VersionRow = {
  institution: string;
  institution_name: string;
  rule: string;
  version: string;
  state: RegisteredState;
  in_force_from: string | null;
  in_force_until: string | null;
  title: string;
  title_english: string | null;
  category: RegisteredRow["category"];
  field: string;
  number: string;
  issuer: string;
  issued_on: string;
  updated_on: string | null;
  item_codes: string[];
  content_hash: string;
  content_bytes: number;
  is_executable: boolean;
  filed_at: Date;
};

const VERSIONS = `
  select v.institution, coalesce(i.name, v.institution) as institution_name, v.rule, v.version,
    v.state, v.in_force_from, v.in_force_until, v.title, v.title_english, v.category, v.field,
    v.number, v.issuer, v.issued_on, v.updated_on, v.item_codes, v.content_hash, v.content_bytes,
    v.is_executable, v.filed_at
  from rule_versions v left join institutions i on i.approval_number = v.institution`;

const ORDER = "order by v.institution, v.rule, v.filed_at, v.version";

const toRow = (row: VersionRow): RegisteredRow => ({
  version: row.version,
  state: row.state,
  inForceFrom: row.in_force_from,
  inForceUntil: row.in_force_until,
  title: row.title,
  titleEnglish: row.title_english,
  category: row.category,
  field: row.field,
  number: row.number,
  issuer: row.issuer,
  issuedOn: row.issued_on,
  updatedOn: row.updated_on,
  itemCodes: row.item_codes,
  contentHash: row.content_hash,
  contentBytes: row.content_bytes,
  isExecutable: row.is_executable,
  filedAt: row.filed_at.toISOString(),
});

function toRules(rows: readonly VersionRow[]): RuleRow[] {
  const byRule = Map.groupBy(rows, ({ institution, rule }) => `${institution}\n${rule}`);
  return [...byRule.values()].flatMap((versions) => {
    const [first] = versions;
    if (first === undefined) return [];
    const { institution, institution_name: institutionName, rule } = first;
    return [{ institution, institutionName, rule, versions: versions.map(toRow) }];
  });
}

/** Convention of `hangsOn`. */
const HANGING = `
  select number, holder_name, item_code, status, issued_on, valid_until from certificates c
  where institution = $1 and issued_on >= $3 and ($4::date is null or issued_on < $4)
    and exists (select 1 from unnest($2::text[]) as code
      where code <> '' and starts_with(c.item_code, code))
  order by number`;

type CertificateRow = {
  number: string;
  holder_name: string;
  item_code: string;
  status: HangingCertificate["status"];
  issued_on: string;
  valid_until: string;
};

const toCertificate = (row: CertificateRow): HangingCertificate => ({
  number: row.number,
  holderName: row.holder_name,
  itemCode: row.item_code,
  status: row.status,
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
});

type EntryRow = { index: number; stream: string; leaf_hash: Buffer; entry: string };

const toEntry = ({ index, stream, leaf_hash: leafHash, entry }: EntryRow): StoredEntry => ({
  ...{ index, stream, leafHash, entry },
});

export function postgresRuleReader(database: Database): RuleReader {
  return {
    async rules({ institution, states }) {
      const rows = await database.query<VersionRow>(
        `${VERSIONS} where ($1::text is null or v.institution = $1)
           and ($2::text[] is null or exists (select 1 from rule_versions w
             where w.institution = v.institution and w.rule = v.rule and w.state = any($2)))
         ${ORDER}`,
        [institution, states],
      );
      return toRules(rows);
    },
    async rule(institution, rule) {
      const rows = await database.query<VersionRow>(
        `${VERSIONS} where v.institution = $1 and v.rule = $2 ${ORDER}`,
        [institution, rule],
      );
      return toRules(rows)[0] ?? null;
    },
    async history(institution, rule) {
      const rows = await database.query<EntryRow>(
        `select index, stream, leaf_hash, entry from entries
         where institution = $1 and stream = $2 order by index`,
        [institution, ruleStream(rule)],
      );
      return rows.map(toEntry);
    },
    async hanging(institution, { itemCodes, inForceFrom, inForceUntil }) {
      if (inForceFrom === null) return [];
      const values = [institution, itemCodes, inForceFrom, inForceUntil];
      return (await database.query<CertificateRow>(HANGING, values)).map(toCertificate);
    },
  };
}
