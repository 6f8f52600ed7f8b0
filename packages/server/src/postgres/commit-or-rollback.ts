import type { Database } from "./database.ts";

export type Ended<Value> = { end: "commit" | "rollback"; value: Value };

class RolledBack extends Error {}

/** One transaction, rolled back unless `work` says "commit"; its value comes back either way. */
export async function commitOrRollback<Value>(
  database: Database,
  work: (inside: Database) => Promise<Ended<Value>>,
): Promise<Value> {
  let result: { value: Value } | undefined;
  try {
    await database.transaction(async (inside) => {
      const { end, value } = await work(inside);
      result = { value };
      if (end === "rollback") throw new RolledBack();
    });
  } catch (fault) {
    if (!(fault instanceof RolledBack)) throw fault;
  }
  if (result === undefined) throw new Error("the work of a transaction has a result");
  return result.value;
}
