import type {
  CalendarFeedStore,
  StoredFeed,
} from "../../application/obligations/calendar-feeds.ts";
import { asIdentity, type Workspaces } from "../accounts/workspace.ts";
import type { Database } from "../database.ts";

type Row = Omit<StoredFeed, "madeAt"> & { madeAt: Date };
const COLUMNS = `institution, id, account, language, made_at as "madeAt"`;
const toFeed = (row: Row): StoredFeed => ({ ...row, madeAt: row.madeAt.toISOString() });

export function postgresCalendarFeedStore(
  database: Database,
  { within }: Workspaces,
): CalendarFeedStore {
  return {
    async add({ institution, id, account, language, madeAt }, secretHash) {
      await within(institution, (inside) =>
        inside.query(
          `insert into calendar_feeds (institution, id, secret_hash, account, language, made_at)
           values ($1, $2, $3, $4, $5, $6)`,
          [institution, id, secretHash, account, language, madeAt],
        ),
      );
    },
    async list(institution, account) {
      const rows = await within(institution, (inside) =>
        inside.query<Row>(
          `select ${COLUMNS} from calendar_feeds
           where institution = $1 and account = $2 and revoked_at is null order by made_at desc`,
          [institution, account],
        ),
      );
      return rows.map(toFeed);
    },
    async revoke({ institution, account, id }, at) {
      const rows = await within(institution, (inside) =>
        inside.query(
          `update calendar_feeds set revoked_at = $4
           where institution = $1 and account = $2 and id = $3 and revoked_at is null
           returning id`,
          [institution, account, id, at],
        ),
      );
      return rows.length > 0;
    },
    async bySecret(secretHash) {
      const [row] = await asIdentity(database, (inside) =>
        inside.query<Row>(
          `select ${COLUMNS} from calendar_feeds where secret_hash = $1 and revoked_at is null`,
          [secretHash],
        ),
      );
      return row === undefined ? null : toFeed(row);
    },
  };
}
