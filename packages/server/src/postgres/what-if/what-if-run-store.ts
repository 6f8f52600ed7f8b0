import type { WhatIfCase, WhatIfRun } from "../../application/what-if/what-if-job.ts";
import type {
  CasesAsked,
  RunName,
  WhatIfRunHead,
  WhatIfRunStore,
} from "../../application/what-if/what-if-run-store.ts";
import type { Workspaces } from "../accounts/workspace.ts";

const SAVE = `
  insert into what_if_runs (institution, id, run, started_at) values ($1, $2, $3, $4)
  on conflict (institution, id) do update set run = excluded.run`;

// A case that is there already would be counted twice: the key refuses it.
const ADD_CASES = `
  insert into what_if_cases
    (institution, run, body, index, requirement, clause, before, after, type, occurred_on, certificate)
  select $1, $2, institution, index, requirement, clause, before, after, type, "occurredOn"::date,
    certificate
  from json_to_recordset($3::json) as k(institution text, index bigint, requirement text,
    clause text, before text, after text, type text, "occurredOn" text, certificate text)`;

/** Texts of packs and counts would be most of a list. */
const LIST = `
  select run #- '{job,before}' #- '{job,after}' #- '{tally,counts}' #- '{tally,requirements}' as run
  from what_if_runs where institution = $1 order by started_at desc, id limit $2`;

const REMOVE = `
  with gone as (delete from what_if_runs where institution = $1 and id = $2 returning id)
  delete from what_if_cases where institution = $1 and run in (select id from gone)`;

const KEEP_NEWEST = `
  with gone as (
    delete from what_if_runs where institution = $1 and id not in (
      select id from what_if_runs where institution = $1 order by started_at desc, id limit $2)
    returning id)
  delete from what_if_cases where institution = $1 and run in (select id from gone)`;

const CASES = `
  select body as institution, index, requirement, clause, before, after, type,
    occurred_on as "occurredOn", certificate
  from what_if_cases
  where institution = $1 and run = $2 and (body, index, requirement) > ($3, $4, $5)
    and ($6::text is null or body = $6) and ($7::text is null or requirement = $7)
    and ($8::text is null or before = $8) and ($9::text is null or after = $9)
  order by body, index, requirement limit $10`;

export function postgresWhatIfRunStore({ within }: Workspaces): WhatIfRunStore {
  return {
    save: (run, cases) =>
      within(run.institution, async (inside) => {
        const { institution, id } = run;
        await inside.query(SAVE, [institution, id, JSON.stringify(run), run.startedAt]);
        if (cases.length === 0) return;
        await inside.query(ADD_CASES, [institution, id, JSON.stringify(cases)]);
      }),
    async find({ institution, id }) {
      const [row] = await within(institution, (inside) =>
        inside.query<{ run: WhatIfRun }>(
          `select run from what_if_runs where institution = $1 and id = $2`,
          [institution, id],
        ),
      );
      return row?.run ?? null;
    },
    async list(institution, limit) {
      const rows = await within(institution, (inside) =>
        inside.query<{ run: WhatIfRunHead }>(LIST, [institution, limit]),
      );
      return rows.map(({ run }) => run);
    },
    cases: (name, asked) =>
      within(name.institution, (inside) =>
        inside.query<WhatIfCase>(CASES, [...placeOf(name, asked), ...filterOf(asked)]),
      ),
    async remove({ institution, id }) {
      await within(institution, (inside) => inside.query(REMOVE, [institution, id]));
    },
    async keepNewest(institution, count) {
      await within(institution, (inside) => inside.query(KEEP_NEWEST, [institution, count]));
    },
  };
}

const placeOf = ({ institution, id }: RunName, { after }: CasesAsked) => [
  institution,
  id,
  after?.institution ?? "",
  after?.index ?? -1,
  after?.requirement ?? "",
];

const filterOf = ({ filter, limit }: CasesAsked) => [
  filter.institution ?? null,
  filter.requirement ?? null,
  filter.before ?? null,
  filter.after ?? null,
  limit,
];
