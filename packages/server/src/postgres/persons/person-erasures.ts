import { ERASED_DECISION_MAKER } from "@suzheng/certification";
import type {
  ErasedPerson,
  PersonErasure,
  PersonErasures,
} from "../../application/persons/person-erasures.ts";
import {
  FREE_TEXTS,
  type NamedTogether,
  PERSON_FIELDS,
  type PersonOpening,
} from "../../application/persons/person-mentions.ts";
import { acrossInstitutions } from "../accounts/workspace.ts";
import { commitOrRollback } from "../commit-or-rollback.ts";
import type { Database } from "../database.ts";

// Appending takes this lock first of all, so nobody is committed to by a value that is going.
const HOLD = `select 1 from logs where institution = $1 for update`;

const OPENINGS = `
  select commitment, name, value from personal_values
  where institution = $1 and regexp_replace(name, '\\.[0-9]+$', '.*') = any($2::text[])
  order by commitment`;

// A quotation mark inside a text is escaped, so that only names of commitments are found.
const NAMED_TOGETHER = `
  select distinct c."person.identity" as identity, c."person.registration" as registration,
    c."person.name" as name
  from entries e cross join lateral json_to_record(e.entry::json -> 'commitments')
    as c("person.identity" text, "person.registration" text, "person.name" text)
  where e.institution = $1 and strpos(e.entry, '"person.') > 0`;

const TEXTS_WITH = `
  select commitment, name, value from personal_values p
  where institution = $1 and name = any($2::text[])
    and exists (select 1 from unnest($3::text[]) word where strpos(p.value, word) > 0)
  order by commitment`;

const OPENED = `
  select commitment, name, value from personal_values
  where institution = $1 and commitment = any($2::text[]) order by commitment`;

const ACTS_WITH = `
  select e.entry::json ->> 'type' as type, count(*) as acts from entries e
  where e.institution = $1 and strpos(e.entry, '"commitments":') > 0 and exists (
    select 1 from json_each_text(e.entry::json -> 'commitments') c where c.value = any($2::text[]))
  group by 1 order by 1`;

const ERASE_OPENINGS = `
  delete from personal_values where institution = $1 and commitment = any($2::text[])`;

const ERASE_PARTICIPATIONS = `
  delete from participations where institution = $1 and person = any($2::text[]) returning 1`;

// A token is 16 characters of base64url between quotation marks, which nothing else in a state is.
const STATES_WITH = `
  select stream, state from stream_states
  where institution = $1
    and exists (select 1 from unnest($2::text[]) maker where strpos(state, to_json(maker)::text) > 0)
  for update`;

const IMPORTS = `select id from import_runs where institution = $1 order by started_at, id`;

// What was wrong with single rows; how many there were stays.
const ERASE_MESSAGES = `
  update import_runs set run = jsonb_set(run, '{summary,errors}', '[]')
  where institution = $1 and exists (
    select 1 from unnest($2::text[]) word where strpos(run -> 'summary' ->> 'errors', word) > 0)
  returning 1`;

const WRITE_STATE = `update stream_states set state = $3 where institution = $1 and stream = $2`;

export function postgresPersonErasures(database: Database): PersonErasures {
  return {
    within: (institution, work) =>
      commitOrRollback(database, async (inside) => {
        const held = await inside.query(HOLD, [institution]);
        if (held.length === 0) return { end: "rollback", value: null };
        return work(erasureOf(inside, institution));
      }),
  };
}

const erasureOf = (inside: Database, institution: string): PersonErasure => ({
  openings: () => inside.query<PersonOpening>(OPENINGS, [institution, Object.keys(PERSON_FIELDS)]),
  namedTogether: () => inside.query<NamedTogether>(NAMED_TOGETHER, [institution]),
  textsWith: (words) => inside.query<PersonOpening>(TEXTS_WITH, [institution, FREE_TEXTS, words]),
  opened: (commitments) => inside.query<PersonOpening>(OPENED, [institution, commitments]),
  actsWith: (commitments) =>
    inside.query<{ type: string; acts: number }>(ACTS_WITH, [institution, commitments]),
  imports: () =>
    acrossInstitutions(inside, async (across) => {
      const runs = await across.query<{ id: string }>(IMPORTS, [institution]);
      return runs.map(({ id }) => id);
    }),
  async erase({ commitments, persons, makers, words }) {
    const [participations, , imports] = await Promise.all([
      inside.query(ERASE_PARTICIPATIONS, [institution, persons]),
      inside.query(ERASE_OPENINGS, [institution, commitments]),
      acrossInstitutions(inside, (across) => across.query(ERASE_MESSAGES, [institution, words])),
    ]);
    const states = await eraseMakers(inside, institution, makers);
    return { participations: participations.length, states, imports: imports.length };
  },
});

async function eraseMakers(
  inside: Database,
  institution: string,
  makers: ErasedPerson["makers"],
): Promise<number> {
  const rows = await inside.query<{ stream: string; state: string }>(STATES_WITH, [
    institution,
    makers,
  ]);
  for (const { stream, state } of rows) {
    const without = makers.reduce(
      (text, maker) => text.replaceAll(`"${maker}"`, `"${ERASED_DECISION_MAKER}"`),
      state,
    );
    await inside.query(WRITE_STATE, [institution, stream, without]);
  }
  return rows.length;
}
