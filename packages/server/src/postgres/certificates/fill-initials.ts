import { initialsOf } from "../../application/certificates/holder-initials.ts";
import { fragmentsOf } from "../../application/certificates/search-text.ts";
import type { Database } from "../database.ts";

const ROWS_AT_A_TIME = 1000;

const UNFILLED = `
  select institution, number, holder_search as name from certificates
  where holder_initials is null order by institution, number limit ${ROWS_AT_A_TIME}`;

/** A name that was reported anew in the meantime has its initials already. */
const FILL = `
  update certificates c
  set holder_initials = k.initials, holder_fragments = string_to_array(k.fragments, ' ')
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
    as k(institution, number, name, initials, fragments)
  where (c.institution, c.number) = (k.institution, k.number)
    and c.holder_search = k.name and c.holder_initials is null`;

/** Initials of certificates that were recorded before there were any; a page at a time. */
export async function fillInitials(
  database: Database,
  { isStopped }: { isStopped(): boolean },
): Promise<void> {
  while (!isStopped()) {
    const rows = await database.query<Record<"institution" | "number" | "name", string>>(UNFILLED);
    if (rows.length === 0) return;
    const initials = rows.map(({ name }) => initialsOf(name));
    await database.query(FILL, [
      rows.map(({ institution }) => institution),
      rows.map(({ number }) => number),
      rows.map(({ name }) => name),
      initials,
      rows.map(({ name }, i) => fragmentsOf(name, initials[i] ?? "").join(" ")),
    ]);
  }
}
