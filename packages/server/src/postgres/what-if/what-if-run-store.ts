import type { WhatIfRun } from "../../application/what-if/what-if-job.ts";
import type { WhatIfRunStore } from "../../application/what-if/what-if-run-store.ts";
import type { Workspaces } from "../accounts/workspace.ts";

export function postgresWhatIfRunStore({ within }: Workspaces): WhatIfRunStore {
  return {
    async save(run) {
      await within(run.institution, (inside) =>
        inside.query(
          `insert into what_if_runs (institution, id, run, started_at) values ($1, $2, $3, $4)
           on conflict (institution, id) do update set run = excluded.run`,
          [run.institution, run.id, JSON.stringify(run), run.startedAt],
        ),
      );
    },
    async find(institution, id) {
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
        inside.query<{ run: WhatIfRun }>(
          `select run from what_if_runs where institution = $1 order by started_at desc limit $2`,
          [institution, limit],
        ),
      );
      return rows.map(({ run }) => run);
    },
  };
}
