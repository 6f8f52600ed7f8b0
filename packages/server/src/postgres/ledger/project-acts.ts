import { initialsOf } from "../../application/certificates/holder-initials.ts";
import { foldForSearch, fragmentsOf } from "../../application/certificates/search-text.ts";
import type { Projection } from "../../application/projection.ts";
import type { ActInLog } from "../act-in-log.ts";
import { textArray } from "../binary-array.ts";
import type { Database } from "../database.ts";
import { writeRules } from "../registry/project-rules.ts";

const WRITE_STATES = `
  insert into stream_states (institution, stream, version, state)
  select * from unnest($1::text[], $2::text[], $3::int[], $4::text[])
  on conflict (institution, stream) do update
    set version = excluded.version, state = excluded.state`;

/** Also counts, for each institution, the certificates that were not there. */
const WRITE_CERTIFICATES = `
  with written as (
  insert into certificates (institution, number, holder_name, holder_code, organisation_code, item_code,
    status, issued_on, valid_until, main_number, last_index, card, holder_search,
    holder_initials, holder_fragments)
  select institution, number, holder_name, holder_code, organisation_code, item_code,
    status, issued_on, valid_until, main_number, last_index, card, holder_search,
    holder_initials, string_to_array(holder_fragments, ' ')
  from rows from (
    json_to_recordset($1::json) as (institution text, number text, holder_name text, holder_code text,
      organisation_code text, item_code text, status text, issued_on date, valid_until date,
      main_number text, last_index bigint, holder_search text, holder_initials text, holder_fragments text),
    unnest($2::text[])
  ) as k(institution, number, holder_name, holder_code, organisation_code, item_code, status,
    issued_on, valid_until, main_number, last_index, holder_search, holder_initials, holder_fragments, card)
  on conflict (institution, number) do update
    set holder_name = excluded.holder_name, holder_code = excluded.holder_code,
      organisation_code = excluded.organisation_code, item_code = excluded.item_code,
      status = excluded.status, issued_on = excluded.issued_on, valid_until = excluded.valid_until,
      main_number = excluded.main_number, last_index = excluded.last_index, card = excluded.card,
      holder_search = excluded.holder_search, holder_initials = excluded.holder_initials,
      holder_fragments = excluded.holder_fragments
  returning institution, (xmax = 0) as fresh
  )
  update institutions
  set certificates = certificates + (
      select count(*) from written where fresh and institution = k.institution
    ),
    last_reported_at = k.reported_at::timestamptz
  from unnest($3::text[], $4::text[]) as k(institution, reported_at)
  where approval_number = k.institution`;

const WRITE_PARTICIPATIONS = `
  insert into participations (institution, person, starts_at, number, stage, ends_at, holder)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
  on conflict (institution, person, starts_at, number, stage) do update
    set ends_at = excluded.ends_at, holder = excluded.holder`;

const WRITE_INSTITUTIONS = `
  insert into institutions (approval_number, name, name_english, status, fields, branches, body_number, connected_at)
  select approval_number, name, name_english, status, array(select json_array_elements_text(fields)),
    array(select json_array_elements_text(branches)), body_number, connected_at::timestamptz
  from json_to_recordset($1::json) as k(approval_number text, name text, name_english text, status text, fields json,
    branches json, body_number text, connected_at text)
  on conflict (approval_number) do update
    set name = excluded.name, name_english = excluded.name_english, status = excluded.status,
      fields = excluded.fields, branches = excluded.branches`;

/** Of rows with the same key only the newest: one statement may touch a row once. */
function newestBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function of<Key extends keyof Projection>(
  acts: readonly ActInLog[],
  key: Key,
): { act: ActInLog; value: NonNullable<Projection[Key]> }[] {
  return acts.flatMap((act) => {
    const value = act.projection[key];
    return value === undefined ? [] : [{ act, value: value as NonNullable<Projection[Key]> }];
  });
}

/** Brings every table that answers questions up to date with the acts, in the order of each log. */
export async function projectActs(database: Database, acts: readonly ActInLog[]): Promise<void> {
  // Each sends its statement before it waits, so they run in this order.
  await Promise.all([
    writeStates(database, acts),
    writeInstitutions(database, acts),
    writeCertificates(database, acts),
    writeParticipations(database, acts),
    writeWithholding(database, acts),
    writeRules(database, acts),
  ]);
}

async function writeStates(database: Database, acts: readonly ActInLog[]): Promise<void> {
  const newest = newestBy(acts, (act) => `${act.institution}\n${act.stream}`);
  if (newest.length === 0) return;
  await database.query(WRITE_STATES, [
    textArray(newest.map(({ institution }) => institution)),
    textArray(newest.map(({ stream }) => stream)),
    newest.map(({ version }) => version),
    textArray(newest.map(({ projection }) => projection.state)),
  ]);
}

async function writeInstitutions(database: Database, acts: readonly ActInLog[]): Promise<void> {
  const newest = newestBy(of(acts, "institution"), ({ act }) => act.institution);
  if (newest.length === 0) return;
  const rows = newest.map(({ act, value }) => ({
    approval_number: act.institution,
    name: value.name,
    name_english: value.nameEnglish,
    status: value.status,
    fields: value.fields,
    branches: value.branches,
    body_number: value.bodyNumber,
    connected_at: act.recordedAt,
  }));
  await database.query(WRITE_INSTITUTIONS, [JSON.stringify(rows)]);
}

async function writeCertificates(database: Database, acts: readonly ActInLog[]): Promise<void> {
  const all = of(acts, "certificate");
  const newest = newestBy(all, ({ act, value }) => `${act.institution}\n${value.number}`);
  if (newest.length === 0) return;
  const rows = newest.map(({ act, value }) => {
    const search = foldForSearch(value.holderName);
    const initials = initialsOf(search);
    return {
      institution: act.institution,
      number: value.number,
      holder_name: value.holderName,
      holder_code: value.holderCode,
      organisation_code: value.organisationCode,
      item_code: value.itemCode,
      status: value.status,
      issued_on: value.issuedOn,
      valid_until: value.validUntil,
      main_number: value.mainNumber,
      last_index: act.index,
      holder_search: search,
      holder_initials: initials,
      holder_fragments: fragmentsOf(search, initials).join(" "),
    };
  });
  const reported = newestBy(all, ({ act }) => act.institution).map(({ act }) => act);
  await database.query(WRITE_CERTIFICATES, [
    JSON.stringify(rows),
    textArray(newest.map(({ act }) => act.body.data)),
    textArray(reported.map(({ institution }) => institution)),
    textArray(reported.map(({ recordedAt }) => recordedAt)),
  ]);
}

async function writeParticipations(database: Database, acts: readonly ActInLog[]): Promise<void> {
  const all = of(acts, "participation").map(({ act: { institution }, value }) => ({
    institution,
    ...value,
  }));
  if (all.length === 0) return;
  const rows = newestBy(all, (row) =>
    [row.institution, row.person, row.startsAt, row.number, row.stage].join("\n"),
  );
  await database.query(WRITE_PARTICIPATIONS, [
    textArray(rows.map(({ institution }) => institution)),
    textArray(rows.map(({ person }) => person)),
    textArray(rows.map(({ startsAt }) => startsAt)),
    textArray(rows.map(({ number }) => number)),
    textArray(rows.map(({ stage }) => stage)),
    textArray(rows.map(({ endsAt }) => endsAt)),
    textArray(rows.map(({ holder }) => holder)),
  ]);
}

async function writeWithholding(database: Database, acts: readonly ActInLog[]): Promise<void> {
  for (const { act, value } of of(acts, "withholding")) {
    await database.query(
      `update certificates set withheld = $3 where institution = $1 and number = $2`,
      [act.institution, value.number, value.withheld],
    );
  }
}
