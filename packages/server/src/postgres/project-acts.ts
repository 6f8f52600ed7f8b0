import type { RecordedAct } from "../application/act.ts";
import type { InLog } from "../application/log-store.ts";
import type { Projection } from "../application/projection.ts";
import { bigramsOf, foldForSearch } from "../application/search-text.ts";
import type { Database } from "./database.ts";
import { writeRules } from "./registry/project-rules.ts";

const WRITE_STATES = `
  insert into stream_states (institution, stream, version, state)
  select institution, stream, version, state
  from rows from (
    string_to_table($1, E'\\n'), string_to_table($2, E'\\n'), unnest($3::int[]),
    string_to_table($4, E'\\n')
  ) as k(institution, stream, version, state)
  on conflict (institution, stream) do update
    set version = excluded.version, state = excluded.state`;

const WRITE_CERTIFICATES = `
  insert into certificates (institution, number, holder_name, holder_code, organisation_code, item_code,
    status, issued_on, valid_until, main_number, last_index, card, holder_search, holder_bigrams)
  select institution, number, holder_name, holder_code, organisation_code, item_code,
    status, issued_on, valid_until, main_number, last_index, card, holder_search,
    string_to_array(holder_bigrams, ' ')
  from rows from (
    json_to_recordset($1::json) as (institution text, number text, holder_name text, holder_code text,
      organisation_code text, item_code text, status text, issued_on date, valid_until date,
      main_number text, last_index bigint, holder_search text, holder_bigrams text),
    string_to_table($2, E'\\n')
  ) as k(institution, number, holder_name, holder_code, organisation_code, item_code, status,
    issued_on, valid_until, main_number, last_index, holder_search, holder_bigrams, card)
  on conflict (institution, number) do update
    set holder_name = excluded.holder_name, holder_code = excluded.holder_code,
      organisation_code = excluded.organisation_code, item_code = excluded.item_code,
      status = excluded.status, issued_on = excluded.issued_on, valid_until = excluded.valid_until,
      main_number = excluded.main_number, last_index = excluded.last_index, card = excluded.card,
      holder_search = excluded.holder_search, holder_bigrams = excluded.holder_bigrams
  returning institution, (xmax = 0) as fresh`;

const WRITE_PARTICIPATIONS = `
  insert into participations (institution, person, starts_at, number, stage, ends_at, holder, days)
  select institution, person, starts_at, number, stage, ends_at, holder, days
  from json_to_recordset($1::json) as k(institution text, person text, starts_at text, number text, stage text,
    ends_at text, holder text, days double precision)
  on conflict (institution, person, starts_at, number, stage) do update
    set ends_at = excluded.ends_at, holder = excluded.holder, days = excluded.days`;

const WRITE_INSTITUTIONS = `
  insert into institutions (approval_number, name, name_english, status, fields, branches, body_number, connected_at)
  select approval_number, name, name_english, status, array(select json_array_elements_text(fields)),
    array(select json_array_elements_text(branches)), body_number, connected_at::timestamptz
  from json_to_recordset($1::json) as k(approval_number text, name text, name_english text, status text, fields json,
    branches json, body_number text, connected_at text)
  on conflict (approval_number) do update
    set name = excluded.name, name_english = excluded.name_english, status = excluded.status,
      fields = excluded.fields, branches = excluded.branches`;

const COUNT_CERTIFICATES = `
  update institutions
  set certificates = certificates + k.fresh, last_reported_at = k.reported_at::timestamptz
  from unnest($1::text[], $2::int[], $3::text[]) as k(institution, fresh, reported_at)
  where approval_number = k.institution`;

export type ActInLog = InLog<RecordedAct>;

/** JSON and names have no raw newline, so lines carry them without a second layer of escapes. */
export const linesOf = <Item>(items: readonly Item[], textOf: (item: Item) => string): string =>
  items.map(textOf).join("\n");

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
    linesOf(newest, (act) => act.institution),
    linesOf(newest, (act) => act.stream),
    newest.map((act) => act.version),
    linesOf(newest, (act) => act.projection.state),
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
  const newest = newestBy(
    of(acts, "certificate"),
    ({ act, value }) => `${act.institution}\n${value.number}`,
  );
  if (newest.length === 0) return;
  const rows = newest.map(({ act, value }) => {
    const search = foldForSearch(value.holderName);
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
      holder_bigrams: bigramsOf(search).join(" "),
    };
  });
  const written = await database.query<{ institution: string; fresh: boolean }>(
    WRITE_CERTIFICATES,
    [JSON.stringify(rows), linesOf(newest, ({ act }) => act.body.data)],
  );
  const reported = newestBy(newest, ({ act }) => act.institution).map(({ act }) => act);
  await database.query(COUNT_CERTIFICATES, [
    reported.map(({ institution }) => institution),
    reported.map(
      ({ institution }) =>
        written.filter((row) => row.fresh && row.institution === institution).length,
    ),
    reported.map(({ recordedAt }) => recordedAt),
  ]);
}

async function writeParticipations(database: Database, acts: readonly ActInLog[]): Promise<void> {
  const rows = of(acts, "participation").map(({ act, value }) => ({
    institution: act.institution,
    person: value.person,
    starts_at: value.startsAt,
    number: value.number,
    stage: value.stage,
    ends_at: value.endsAt,
    holder: value.holder,
    days: value.days,
  }));
  if (rows.length === 0) return;
  const keyOf = (row: (typeof rows)[number]) =>
    linesOf([row.institution, row.person, row.starts_at, row.number, row.stage], (part) => part);
  await database.query(WRITE_PARTICIPATIONS, [JSON.stringify(newestBy(rows, keyOf))]);
}

async function writeWithholding(database: Database, acts: readonly ActInLog[]): Promise<void> {
  for (const { act, value } of of(acts, "withholding")) {
    await database.query(
      `update certificates set withheld = $3 where institution = $1 and number = $2`,
      [act.institution, value.number, value.withheld],
    );
  }
}
