import type {
  HistoryEntry,
  HistoryInstitution,
  HistoryRange,
  HistoryReader,
} from "../../application/what-if/replay/history-reader.ts";
import type { Database } from "../database.ts";

const ENTRIES_AT_A_TIME = 2048;

const INSTITUTIONS = `
  select approval_number, name, connected_at, size
  from institutions join logs on institution = approval_number order by approval_number`;

const PAGE = `
  select index, stream, version, entry as text from entries
  where institution = $1 and (stream, version) > ($2, $3) and index < $4
  order by stream, version limit ${ENTRIES_AT_A_TIME}`;

const STREAMS = `
  select index, stream, version, entry as text from entries
  where institution = $1 and stream = any($2) order by stream, version`;

type Place = Pick<HistoryEntry, "stream" | "version">;
const BEFORE_THE_FIRST: Place = { stream: "", version: 0 };

export function postgresHistoryReader(database: Pick<Database, "query">): HistoryReader {
  const pageAfter = ({ log, entries }: HistoryRange, { stream, version }: Place) =>
    database.query<HistoryEntry>(PAGE, [log, stream, version, entries]);
  return {
    async institutions() {
      const rows = await database.query<{
        approval_number: string;
        name: string;
        connected_at: Date;
        size: number;
      }>(INSTITUTIONS);
      return rows.map(
        (row): HistoryInstitution => ({
          approvalNumber: row.approval_number,
          name: row.name,
          connectedAt: row.connected_at.toISOString(),
          entries: row.size,
        }),
      );
    },
    async *pages(range) {
      // The next page is fetched while the present one is looked at.
      let coming = pageAfter(range, range.after ?? BEFORE_THE_FIRST);
      for (;;) {
        const page = await coming;
        const last = page.at(-1);
        if (last === undefined) return;
        coming = pageAfter(range, last);
        // A failure is met at the next turn; whoever leaves early does not wait for it.
        coming.catch(() => {});
        yield page;
      }
    },
    async streams(log, streams) {
      const rows = await database.query<HistoryEntry>(STREAMS, [log, streams]);
      return Map.groupBy(rows, ({ stream }) => stream);
    },
  };
}
