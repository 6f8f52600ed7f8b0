import { DIRECTORY } from "../../application/ledger/publication-store.ts";
import type { LogFigures } from "../../application/platform-figures.ts";
import type { Database } from "../database.ts";

const FIGURES = `
  select coalesce(sum(l.size), 0)::bigint as recorded, coalesce(sum(p.size), 0)::bigint as published
  from logs l left join published p using (institution) where l.institution <> '${DIRECTORY}'`;

const CHECKPOINT = `select size, noted_at from directory_checkpoint`;

/** Read before the first checkpoint only, when each log has few acts or none. */
const OLDEST_ACT = `
  select min(e.entry::json ->> 'recordedAt') as oldest
  from logs l join entries e on e.institution = l.institution and e.index = 0
  where l.institution <> '${DIRECTORY}'`;

export async function readLogFigures(database: Database): Promise<LogFigures> {
  const [[figures], [checkpoint]] = await Promise.all([
    database.query<{ recorded: number; published: number }>(FIGURES),
    database.query<{ size: number; noted_at: Date }>(CHECKPOINT),
  ]);
  const actsRecorded = figures?.recorded ?? 0;
  const actsPublished = figures?.published ?? 0;
  const noted = checkpoint?.noted_at.toISOString();
  return {
    actsRecorded,
    actsPublished,
    waitingSince: actsRecorded === actsPublished ? null : (noted ?? (await oldestAct(database))),
    checkpoint:
      checkpoint === undefined || noted === undefined
        ? null
        : { size: checkpoint.size, notedAt: noted },
  };
}

async function oldestAct(database: Database): Promise<string | null> {
  const [row] = await database.query<{ oldest: string | null }>(OLDEST_ACT);
  return row?.oldest ?? null;
}
