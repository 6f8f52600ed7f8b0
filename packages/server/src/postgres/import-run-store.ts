import type { ImportRun } from "@suzheng/api-contract";
import type { ImportRunStore } from "../application/import-run-store.ts";
import type { Database } from "./database.ts";

export function postgresImportRunStore(database: Database): ImportRunStore {
  return {
    async save(run) {
      await database.query(
        `insert into import_runs (institution, id, run, started_at) values ($1, $2, $3, now())
         on conflict (institution, id) do update set run = excluded.run`,
        [run.institution, run.id, JSON.stringify(run)],
      );
    },
    async find(institution, id) {
      const [row] = await database.query<{ run: ImportRun }>(
        `select run from import_runs where institution = $1 and id = $2`,
        [institution, id],
      );
      return row?.run ?? null;
    },
    async interruptUnfinished() {
      await database.query(
        `update import_runs set run = jsonb_set(run, '{state}', '"interrupted"')
         where run->>'state' in ('waiting', 'running')`,
      );
    },
  };
}
