import type { Pool } from "pg";

/** Any number, the same in every version: locks of runs are apart from other advisory locks. */
const RUNS = 7_301;

/** Gives the run back. */
export type HeldRun = () => Promise<void>;

/**
 * Keeps a run for this process until it is given back or its connection ends: two that went on with
 * the same run would overwrite one another's place in it. Null: another has it.
 */
export async function holdRun(pool: Pick<Pool, "connect">, id: string): Promise<HeldRun | null> {
  const client = await pool.connect();
  const { rows } = await client.query<{ held: boolean }>(
    "select pg_try_advisory_lock($1, hashtext($2)) as held",
    [RUNS, id],
  );
  if (rows[0]?.held !== true) {
    client.release();
    return null;
  }
  return async () => {
    await client.query("select pg_advisory_unlock($1, hashtext($2))", [RUNS, id]);
    client.release();
  };
}
