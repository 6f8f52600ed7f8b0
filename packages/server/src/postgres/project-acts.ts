import type { RecordedAct } from "../application/act.ts";
import type { Projection } from "../application/projection.ts";
import { bigramsOf, foldForSearch } from "../application/search-text.ts";
import type { Database } from "./database.ts";

const WRITE_STATES = `
  insert into stream_states (institution, stream, version, state)
  select $1, stream, version, state
  from rows from (
    string_to_table($2, E'\\n'), unnest($3::int[]), string_to_table($4, E'\\n')
  ) as k(stream, version, state)
  on conflict (institution, stream) do update
    set version = excluded.version, state = excluded.state`;

const WRITE_CERTIFICATES = `
  insert into certificates (institution, number, holder_name, holder_code, organisation_code, item_code,
    status, issued_on, valid_until, main_number, last_index, card, holder_search, holder_bigrams)
  select $1, number, holder_name, holder_code, organisation_code, item_code,
    status, issued_on, valid_until, main_number, last_index, card, holder_search,
    string_to_array(holder_bigrams, ' ')
  from rows from (
    json_to_recordset($2::json) as (number text, holder_name text, holder_code text,
      organisation_code text, item_code text, status text, issued_on date, valid_until date,
      main_number text, last_index bigint, holder_search text, holder_bigrams text),
    string_to_table($3, E'\\n')
  ) as k(number, holder_name, holder_code, organisation_code, item_code, status, issued_on,
    valid_until, main_number, last_index, holder_search, holder_bigrams, card)
  on conflict (institution, number) do update
    set holder_name = excluded.holder_name, holder_code = excluded.holder_code,
      organisation_code = excluded.organisation_code, item_code = excluded.item_code,
      status = excluded.status, issued_on = excluded.issued_on, valid_until = excluded.valid_until,
      main_number = excluded.main_number, last_index = excluded.last_index, card = excluded.card,
      holder_search = excluded.holder_search, holder_bigrams = excluded.holder_bigrams
  returning (xmax = 0) as fresh`;

const WRITE_PARTICIPATIONS = `
  insert into participations (institution, person, starts_at, number, stage, ends_at, holder, days)
  select $1, person, starts_at, number, stage, ends_at, holder, days
  from json_to_recordset($2::json) as k(person text, starts_at text, number text, stage text,
    ends_at text, holder text, days double precision)
  on conflict (institution, person, starts_at, number, stage) do update
    set ends_at = excluded.ends_at, holder = excluded.holder, days = excluded.days`;

const WRITE_INSTITUTIONS = `
  insert into institutions (approval_number, name, name_english, status, fields, branches, body_number, connected_at)
  select $1, name, name_english, status, array(select json_array_elements_text(fields)),
    array(select json_array_elements_text(branches)), body_number, connected_at::timestamptz
  from json_to_recordset($2::json) as k(name text, name_english text, status text, fields json,
    branches json, body_number text, connected_at text)
  on conflict (approval_number) do update
    set name = excluded.name, name_english = excluded.name_english, status = excluded.status,
      fields = excluded.fields, branches = excluded.branches`;

/** Of rows with the same key only the newest: one statement may touch a row once. */
function newestBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function of<Key extends keyof Projection>(
  acts: readonly RecordedAct[],
  key: Key,
): { act: RecordedAct; value: NonNullable<Projection[Key]> }[] {
  return acts.flatMap((act) => {
    const value = act.projection[key];
    return value === undefined ? [] : [{ act, value: value as NonNullable<Projection[Key]> }];
  });
}

/** Brings every table that answers questions up to date with the acts, in their order. */
export async function projectActs(
  database: Database,
  institution: string,
  acts: readonly RecordedAct[],
): Promise<void> {
  // Each sends its statement before it waits, so they run in this order.
  await Promise.all([
    writeStates(database, institution, acts),
    writeInstitution(database, institution, acts),
    writeCertificates(database, institution, acts),
    writeParticipations(database, institution, acts),
    writeWithholding(database, institution, acts),
  ]);
}

async function writeStates(database: Database, institution: string, acts: readonly RecordedAct[]) {
  const newest = newestBy(acts, (act) => act.stream);
  if (newest.length === 0) return;
  // JSON has no raw newline, so lines carry it without a second layer of escapes.
  await database.query(WRITE_STATES, [
    institution,
    newest.map((act) => act.stream).join("\n"),
    newest.map((act) => act.version),
    newest.map((act) => act.projection.state).join("\n"),
  ]);
}

async function writeInstitution(
  database: Database,
  institution: string,
  acts: readonly RecordedAct[],
): Promise<void> {
  const newest = of(acts, "institution").at(-1);
  if (newest === undefined) return;
  const { name, nameEnglish, status, fields, branches, bodyNumber } = newest.value;
  const row = {
    name,
    name_english: nameEnglish,
    status,
    fields,
    branches,
    body_number: bodyNumber,
    connected_at: newest.act.recordedAt,
  };
  await database.query(WRITE_INSTITUTIONS, [institution, JSON.stringify([row])]);
}

async function writeCertificates(
  database: Database,
  institution: string,
  acts: readonly RecordedAct[],
): Promise<void> {
  const newest = newestBy(of(acts, "certificate"), ({ value }) => value.number);
  if (newest.length === 0) return;
  const rows = newest.map(({ act, value }) => {
    const search = foldForSearch(value.holderName);
    return {
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
  const written = await database.query<{ fresh: boolean }>(WRITE_CERTIFICATES, [
    institution,
    JSON.stringify(rows),
    newest.map(({ act }) => act.body.data).join("\n"),
  ]);
  const fresh = written.filter((row) => row.fresh).length;
  await database.query(
    `update institutions set certificates = certificates + $2, last_reported_at = $3
     where approval_number = $1`,
    [institution, fresh, newest.at(-1)?.act.recordedAt],
  );
}

async function writeParticipations(
  database: Database,
  institution: string,
  acts: readonly RecordedAct[],
): Promise<void> {
  const rows = of(acts, "participation").map(({ value }) => ({
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
    `${row.person}\n${row.starts_at}\n${row.number}\n${row.stage}`;
  await database.query(WRITE_PARTICIPATIONS, [institution, JSON.stringify(newestBy(rows, keyOf))]);
}

async function writeWithholding(
  database: Database,
  institution: string,
  acts: readonly RecordedAct[],
): Promise<void> {
  for (const { value } of of(acts, "withholding")) {
    await database.query(
      `update certificates set withheld = $3 where institution = $1 and number = $2`,
      [institution, value.number, value.withheld],
    );
  }
}
