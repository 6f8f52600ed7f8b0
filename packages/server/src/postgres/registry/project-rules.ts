import type { RegisteredVersion } from "@suzheng/certification";
import type { IndexedRuleVersion } from "../../application/rules/rule-index.ts";
import type { ActInLog } from "../act-in-log.ts";
import type { Database } from "../database.ts";
import { postgresRuleIndex } from "../rules/rule-search-index.ts";

const WRITE_RULE = `
  insert into rules (institution, rule, title, number, published_version, last_index)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (institution, rule) do update
    set title = excluded.title, number = excluded.number,
      published_version = excluded.published_version, last_index = excluded.last_index`;

// The time of the first filing stays; clauses stay unless another text was filed.
const WRITE_VERSION = `
  insert into rule_versions (institution, rule, version, state, in_force_from, in_force_until, title,
    title_english, category, field, number, issuer, issued_on, updated_on, item_codes, content_hash,
    content_bytes, is_executable, filed_at, last_index, clauses)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    coalesce($21::jsonb, '[]'))
  on conflict (institution, rule, version) do update
    set state = excluded.state, in_force_from = excluded.in_force_from,
      in_force_until = excluded.in_force_until, title = excluded.title,
      title_english = excluded.title_english, category = excluded.category, field = excluded.field,
      number = excluded.number, issuer = excluded.issuer, issued_on = excluded.issued_on,
      updated_on = excluded.updated_on, item_codes = excluded.item_codes,
      content_hash = excluded.content_hash, content_bytes = excluded.content_bytes,
      is_executable = excluded.is_executable, last_index = excluded.last_index,
      clauses = coalesce($21::jsonb, rule_versions.clauses)
  returning clauses`;

/** Acts about rules are rare; each writes its own rows. */
export async function writeRules(database: Database, acts: readonly ActInLog[]): Promise<void> {
  for (const { institution, index, recordedAt, projection } of acts) {
    const { rule: told } = projection;
    if (told === undefined) continue;
    const { rule, title, number, publishedVersion, version, clauses } = told;
    await database.query(WRITE_RULE, [institution, rule, title, number, publishedVersion, index]);
    const [written] = await database.query<{ clauses: Clauses }>(WRITE_VERSION, [
      ...[institution, rule, version.version, version.state],
      ...[version.inForceFrom, version.inForceUntil, version.title, version.titleEnglish],
      ...[version.category, version.field, version.number, version.issuer, version.issuedOn],
      ...[version.updatedOn, version.itemCodes, version.contentHash, version.contentBytes],
      ...[version.isExecutable, recordedAt, index, clauses],
    ]);
    const indexed = indexedVersion({ institution, rule }, version, written?.clauses ?? []);
    if (indexed !== null) await postgresRuleIndex(database).indexRuleVersion(indexed);
  }
}

type Clauses = IndexedRuleVersion["clauses"];

/** What the public may find: a version once it was published, whatever became of it. */
function indexedVersion(
  of: { institution: string; rule: string },
  version: RegisteredVersion,
  clauses: Clauses,
): IndexedRuleVersion | null {
  const { state, inForceFrom } = version;
  if (inForceFrom === null) return null;
  if (state !== "published" && state !== "superseded" && state !== "cancelled") return null;
  return {
    ...of,
    ...{ state, inForceFrom, clauses },
    version: version.version,
    contentHash: version.contentHash,
    number: version.number,
    title: { zh: version.title, en: version.titleEnglish ?? "" },
    issuer: { zh: version.issuer, en: "" },
    category: version.category,
    fields: [...new Set([version.field, ...version.itemCodes])],
    inForceUntil: version.inForceUntil,
  };
}
