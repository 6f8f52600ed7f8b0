import pg from "pg";

const INT8 = 20;
const DATE = 1082;
pg.types.setTypeParser(INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`\`${text}\` is beyond 2^53 - 1`);
  return value;
});
pg.types.setTypeParser(DATE, (text) => text);

export type Row = Record<string, unknown>;

/** Statements against one database: over the pool, or all within one transaction. */
export interface Database {
  query<T extends Row>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  /** Planned anew for these values: for searches whose best plan depends on what is searched. */
  queryUnprepared<T extends Row>(sql: string, values: readonly unknown[]): Promise<T[]>;
  /** One transaction; inside a transaction, the same one. Rolls back when `work` rejects. */
  transaction<T>(work: (database: Database) => Promise<T>): Promise<T>;
}

/** Statements with a name are prepared once per connection. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `s${names.size}`;
    names.set(sql, name);
  }
  return name;
}

type Client = pg.Pool | pg.PoolClient;

const statements = (client: Client): Pick<Database, "query" | "queryUnprepared"> => ({
  query: (sql, values = []) => run(client, sql, values),
  queryUnprepared: async <T extends Row>(sql: string, values: readonly unknown[]) =>
    (await client.query<T>(sql, [...values])).rows,
});

async function run<T extends Row>(
  client: Client,
  sql: string,
  values: readonly unknown[],
): Promise<T[]> {
  const result = await client.query<T>({ name: nameOf(sql), text: sql, values: [...values] });
  return result.rows;
}

function clientDatabase(client: pg.PoolClient): Database {
  const database: Database = {
    ...statements(client),
    transaction: (work) => work(database),
  };
  return database;
}

export function poolDatabase(pool: pg.Pool): Database {
  return {
    ...statements(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      let fault: Error | undefined;
      try {
        await client.query("begin");
        const result = await work(clientDatabase(client));
        await client.query("commit");
        return result;
      } catch (error) {
        fault = error instanceof Error ? error : new Error(String(error));
        // A connection that cannot roll back is thrown away below; the server has rolled back
        // itself.
        await client.query("rollback").catch(() => {});
        throw fault;
      } finally {
        client.release(fault !== undefined && isConnectionFault(fault) ? fault : undefined);
      }
    },
  };
}

function isConnectionFault(error: Error): boolean {
  return !("severity" in error);
}

export function openPool(connectionString: string, connectionsMax: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: connectionsMax });
  // A connection that breaks fails the statement under way, or is replaced at the next use. Without
  // these listeners it would end the process: the first is for connections in use, the second for
  // idle ones.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {});
  return pool;
}
