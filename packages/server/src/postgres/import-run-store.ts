import type { ImportRun, ImportRunRow } from "@suzheng/api-contract";
import type { ImportRunStore } from "../application/imports/import-run-store.ts";
import { acrossInstitutions, type Workspaces } from "./accounts/workspace.ts";
import type { Database } from "./database.ts";

/** The `person` is seen while, or because, they work or worked at the institution. */
const LIST = `
  select r.run #- '{summary,errors}' #- '{rejectedFiles}' as run, nullif(a.name, '') as person
  from import_runs r
    left join accounts a on r.run->>'submitter' = 'account:' || a.account
  where r.institution = $1
    and ($2::timestamptz is null or (r.started_at, r.id) < ($2, $3))
  order by r.started_at desc, r.id desc limit $4`;

type ListRow = { run: Omit<ImportRunRow, "person">; person: string | null };

export function postgresImportRunStore(database: Database, { within }: Workspaces): ImportRunStore {
  return {
    async save(run) {
      await within(run.institution, (inside) =>
        inside.query(
          `insert into import_runs (institution, id, run, started_at) values ($1, $2, $3, $4)
           on conflict (institution, id) do update set run = excluded.run`,
          [run.institution, run.id, JSON.stringify(run), run.startedAt],
        ),
      );
    },
    async find(institution, id) {
      const [row] = await within(institution, (inside) =>
        inside.query<{ run: ImportRun }>(
          `select run from import_runs where institution = $1 and id = $2`,
          [institution, id],
        ),
      );
      return row?.run ?? null;
    },
    async list(institution, { limit, before }) {
      const values = [institution, before?.at ?? null, before?.id ?? null, limit];
      const rows = await within(institution, (inside) => inside.query<ListRow>(LIST, values));
      return rows.map(({ run, person }) => ({ ...run, person }));
    },
    async interruptUnfinished() {
      await acrossInstitutions(database, (inside) =>
        inside.query(
          `update import_runs set run = jsonb_set(run, '{state}', '"interrupted"')
           where run->>'state' in ('waiting', 'running')`,
        ),
      );
    },
  };
}
