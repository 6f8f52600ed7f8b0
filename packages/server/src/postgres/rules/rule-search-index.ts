import { createHash } from "node:crypto";
import { foldForSearch } from "../../application/certificates/search-text.ts";
import type {
  IndexedRuleVersion,
  RuleIndex,
  RuleVersionName,
} from "../../application/rules/rule-index.ts";
import { gramsOf } from "../../application/rules/rule-search-text.ts";
import type { Database } from "../database.ts";

type Clause = IndexedRuleVersion["clauses"][number];

/** How a rule is addressed, here and in a public address. */
const addressOf = ({ institution, rule }: RuleVersionName): string =>
  institution === null ? rule : `${institution}/${rule}`;

const wordingOf = ({ number, title, text }: Clause): string =>
  createHash("sha256")
    .update(JSON.stringify([number, title.zh, title.en, text.zh, text.en]))
    .digest("hex");

/** Parts stand on lines of their own: nothing typed spans two, because folding drops line ends. */
const searchTextOf = ({ number, title, text }: Clause): string =>
  [number, title.zh, text.zh, title.en, text.en].map(foldForSearch).join("\n");

function rowOf(clause: Clause, i: number) {
  const search = searchTextOf(clause);
  return {
    position: i + 1,
    kinds: clause.kinds,
    wording: wordingOf(clause),
    clause: clause.number,
    title_zh: clause.title.zh,
    title_en: clause.title.en,
    text_zh: clause.text.zh,
    text_en: clause.text.en,
    search,
    grams: [...new Set(search.split("\n").flatMap(gramsOf))],
  };
}

async function writeVersion(database: Database, version: IndexedRuleVersion): Promise<void> {
  const { title, issuer, institution, clauses } = version;
  const issuerSearch = [issuer.zh, issuer.en, institution ?? ""].map(foldForSearch).join("\n");
  const head = [version.rule, institution ?? "", version.number, title.zh, title.en];
  const kinds = new Set(clauses.flatMap((clause) => clause.kinds));
  await database.query(
    `insert into rule_search_versions values
       ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[addressOf(version), version.version, version.contentHash, version.state, institution],
      ...[version.number, title.zh, title.en, issuer.zh, issuer.en, issuerSearch],
      ...[version.category, version.fields, [...kinds]],
      ...[version.inForceFrom, version.inForceUntil, head.map(foldForSearch).join("\n")],
    ],
  );
}

async function writeClauses(database: Database, version: IndexedRuleVersion): Promise<void> {
  const json = JSON.stringify(version.clauses.map(rowOf));
  await database.query(
    `insert into rule_search_wordings
     select distinct on (wording) $1, decode(wording, 'hex'), clause, title_zh, title_en, text_zh,
       text_en, search, grams
     from jsonb_to_recordset($2::jsonb) as row(wording text, clause text, title_zh text,
       title_en text, text_zh text, text_en text, search text, grams text[])
     on conflict do nothing`,
    [addressOf(version), json],
  );
  await database.query(
    `insert into rule_search_clauses
     select $1, $2, position, decode(wording, 'hex'), kinds
     from jsonb_to_recordset($3::jsonb) as row(wording text, position integer, kinds text[])`,
    [addressOf(version), version.version, json],
  );
}

async function erase(database: Database, name: RuleVersionName): Promise<void> {
  const place = [addressOf(name), name.version];
  await database.query("delete from rule_search_clauses where rule = $1 and version = $2", place);
  await database.query("delete from rule_search_versions where rule = $1 and version = $2", place);
  await database.query(
    `delete from rule_search_wordings w where rule = $1 and not exists (
       select 1 from rule_search_clauses c where c.rule = w.rule and c.wording = w.wording)`,
    place.slice(0, 1),
  );
}

async function isIndexed(database: Database, version: IndexedRuleVersion): Promise<boolean> {
  const { contentHash, state, inForceFrom, inForceUntil } = version;
  const found = await database.query(
    `select 1 from rule_search_versions
     where rule = $1 and version = $2 and content_hash = $3 and state = $4
       and in_force_from = $5 and in_force_until is not distinct from $6`,
    [addressOf(version), version.version, contentHash, state, inForceFrom, inForceUntil],
  );
  return found.length > 0;
}

/** Any fixed number: with the rule, one writer of a rule's index at a time. */
const INDEX_LOCK = 7_305_203;

const lockRule = (database: Database, name: RuleVersionName) =>
  database.query("select pg_advisory_xact_lock($1, hashtext($2))", [INDEX_LOCK, addressOf(name)]);

export function postgresRuleIndex(database: Database): RuleIndex {
  return {
    indexRuleVersion: (version) =>
      database.transaction(async (inside) => {
        await lockRule(inside, version);
        if (await isIndexed(inside, version)) return "unchanged";
        await erase(inside, version);
        await writeVersion(inside, version);
        await writeClauses(inside, version);
        return "indexed";
      }),
    removeRuleVersion: (name) =>
      database.transaction(async (inside) => {
        await lockRule(inside, name);
        await erase(inside, name);
      }),
  };
}
