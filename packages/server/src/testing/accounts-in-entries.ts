import type { Platform } from "../compose/platform.ts";

/** Streams of entries that hold the id of an account; entries are public and for ever. */
export async function accountsInEntries({
  database,
}: Pick<Platform, "database">): Promise<string[]> {
  const rows = await database.query<{ stream: string }>(
    "select e.stream from entries e join accounts a on position(a.account in e.entry) > 0",
  );
  return rows.map(({ stream }) => stream);
}
