import type { StoredTolling, TollingStore } from "../../application/obligations/tolling-store.ts";
import { acrossInstitutions, type Workspaces } from "../accounts/workspace.ts";
import type { Database } from "../database.ts";

type Row = Omit<StoredTolling, "requestedAt" | "decidedAt"> & {
  requestedAt: Date;
  decidedAt: Date | null;
};

const COLUMNS = `institution, id, asked, state, requested_by as "requestedBy",
  requested_at as "requestedAt", decided_by as "decidedBy", decided_at as "decidedAt",
  refused_because as "refusedBecause"`;

const NEWEST = `
  select ${COLUMNS} from tolling_requests where $1::text is null or institution = $1
  order by requested_at desc limit 500`;

const toRequest = (row: Row): StoredTolling => ({
  ...row,
  requestedAt: row.requestedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

export function postgresTollingStore(database: Database, { within }: Workspaces): TollingStore {
  return {
    async add({ institution, id, asked, state, requestedBy, requestedAt }) {
      await within(institution, (inside) =>
        inside.query(
          `insert into tolling_requests (institution, id, asked, state, requested_by, requested_at)
           values ($1, $2, $3, $4, $5, $6)`,
          [institution, id, JSON.stringify(asked), state, requestedBy, requestedAt],
        ),
      );
    },
    async find(institution, id) {
      const [row] = await within(institution, (inside) =>
        inside.query<Row>(
          `select ${COLUMNS} from tolling_requests where institution = $1 and id = $2`,
          [institution, id],
        ),
      );
      return row === undefined ? null : toRequest(row);
    },
    async list(institution) {
      const read = (inside: Database) => inside.query<Row>(NEWEST, [institution]);
      const rows = await (institution === null
        ? acrossInstitutions(database, read)
        : within(institution, read));
      return rows.map(toRequest);
    },
    async decide({ institution, id }, { from, to, by, at, because }) {
      const moved = await within(institution, (inside) =>
        inside.query(
          `update tolling_requests set state = $4, decided_by = $5, decided_at = $6,
             refused_because = $7
           where institution = $1 and id = $2 and state = $3 returning id`,
          [institution, id, from, to, by, at, because ?? null],
        ),
      );
      return moved.length > 0;
    },
    async hold(institutions, id, pause) {
      await acrossInstitutions(database, (inside) =>
        inside.query(
          `insert into pauses (institution, id, pause)
           select institution, $2, $3::jsonb from unnest($1::text[]) as k(institution)
           on conflict (institution, id) do nothing`,
          [institutions, id, JSON.stringify(pause)],
        ),
      );
    },
    async bodies() {
      const rows = await database.query<{ number: string }>(
        "select approval_number as number from institutions order by approval_number",
      );
      return rows.map(({ number }) => number);
    },
  };
}
