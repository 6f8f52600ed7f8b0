import type { Platform } from "@suzheng/server";

/**
 * Really imported acts as those of many more certificates and projects: each copy stands in streams
 * of its own, under a number of its own, after the others in its log. Only for reading: the trees
 * do not hold them.
 */
const MULTIPLY = `
  with sized as (select institution, max(index) + 1 as size from entries group by institution)
  insert into entries (institution, index, stream, version, leaf_hash, entry)
  select institution, index + size * copy, stream || '~' || copy, version, leaf_hash,
    replace(
      replace(entry, '"' || stream || '"', '"' || stream || '~' || copy || '"'),
      '"' || split_part(stream, '/', 2) || '"',
      '"' || split_part(stream, '/', 2) || '~' || copy || '"')
  from entries join sized using (institution), generate_series(1, $1::int - 1) as copy
  where stream like 'certificate/%' or stream like 'project/%'`;

const SIZES = `
  update logs set size = sized.size
  from (select institution, max(index) + 1 as size from entries group by institution) sized
  where logs.institution = sized.institution`;

/** Leaves so many times the entries that there are. */
export async function multiplyEntries({ database }: Platform, times: number): Promise<void> {
  await database.query("drop index entries_by_stream");
  await database.query(MULTIPLY, [times]);
  await database.query(
    "create unique index entries_by_stream on entries (institution, stream, version)",
  );
  await database.query(SIZES);
  await database.query("vacuum analyze entries");
  await database.query("checkpoint");
}
