import { DIRECTORY } from "../../application/ledger/publication-store.ts";
import type { LogFigures } from "../../application/platform-figures.ts";
import type { Database } from "../database.ts";

const FIGURES = `
  select coalesce(sum(l.size), 0)::bigint as recorded, coalesce(sum(p.size), 0)::bigint as published
  from logs l left join published p using (institution) where l.institution <> '${DIRECTORY}'`;

const CHECKPOINT = `select size, noted_at from directory_checkpoint`;

export async function readLogFigures(database: Database): Promise<LogFigures> {
  const [[figures], [checkpoint]] = await Promise.all([
    database.query<{ recorded: number; published: number }>(FIGURES),
    database.query<{ size: number; noted_at: Date }>(CHECKPOINT),
  ]);
  return {
    actsRecorded: figures?.recorded ?? 0,
    actsPublished: figures?.published ?? 0,
    checkpoint:
      checkpoint === undefined
        ? null
        : { size: checkpoint.size, notedAt: checkpoint.noted_at.toISOString() },
  };
}
