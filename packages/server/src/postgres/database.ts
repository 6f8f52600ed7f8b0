import pg from "pg";
import { type Statement, sendTogether } from "./ledger/statement-group.ts";

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

const named = (sql: string, values: readonly unknown[] = []): pg.QueryConfig => ({
  name: nameOf(sql),
  text: sql,
  values: [...values],
});

type Send = (statement: pg.QueryConfig) => Promise<pg.QueryResult>;

const statements = (send: Send): Pick<Database, "query" | "queryUnprepared"> => ({
  query: (sql, values) => run(send, named(sql, values)),
  queryUnprepared: (sql, values) => run(send, { text: sql, values: [...values] }),
});

async function run<T extends Row>(send: Send, statement: pg.QueryConfig): Promise<T[]> {
  try {
    return (await send(statement)).rows;
  } catch (fault) {
    throw withoutRows(fault);
  }
}

/** Faults end in the server's log; what they quote of rows may be personal. */
function withoutRows(fault: unknown): unknown {
  if (fault instanceof pg.DatabaseError)
    Object.assign(fault, { detail: undefined, where: undefined });
  return fault;
}

/** Statements of one turn of the event loop go to the server together, in their order. */
function sendByTurns(client: pg.PoolClient): { send: Send; sendGathered(): void } {
  let gathered: Statement[] = [];
  function sendGathered(): void {
    if (gathered.length > 0) sendTogether(client, gathered);
    gathered = [];
  }
  const send: Send = (query) =>
    new Promise((resolve, reject) => {
      if (gathered.length === 0) process.nextTick(sendGathered);
      const answer: Statement["answer"] = (fault, result) => {
        if (fault === null) resolve(result);
        else reject(fault);
      };
      gathered.push({ query, answer });
    });
  return { send, sendGathered };
}

/** Statements of one transaction; once it is over, its connection is somebody else's. */
function transactionDatabase(send: Send): { database: Database; end(): void } {
  let isOver = false;
  const { query, queryUnprepared } = statements(send);
  const assertOpen = () => {
    if (isOver) throw new Error("a statement came after the end of its transaction");
  };
  const database: Database = {
    async query(sql, values) {
      assertOpen();
      return query(sql, values);
    },
    async queryUnprepared(sql, values) {
      assertOpen();
      return queryUnprepared(sql, values);
    },
    transaction: (work) => work(database),
  };
  return {
    database,
    end: () => {
      isOver = true;
    },
  };
}

export function poolDatabase(pool: pg.Pool): Database {
  return {
    ...statements((statement) => pool.query(statement)),
    transaction: async (work) => {
      const client = await pool.connect();
      const { send, sendGathered } = sendByTurns(client);
      let fault: Error | undefined;
      try {
        // Statements go out without waiting for the answers before them.
        const begun = send(named("begin"));
        const { database, end } = transactionDatabase(send);
        const [, result] = await Promise.all([begun, work(database).finally(end)]);
        const { command } = await send(named("commit"));
        if (command !== "COMMIT") throw new Error("a transaction was rolled back at its end");
        return result;
      } catch (error) {
        fault = error instanceof Error ? error : new Error(String(error));
        // Behind what was said before it, lest that comes to a connection that is somebody else's.
        sendGathered();
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

export function openPool(
  connectionString: string,
  connectionsMax: number,
  options: Pick<pg.PoolConfig, "stream"> = {},
): pg.Pool {
  const pool = new pg.Pool({ ...options, connectionString, max: connectionsMax, pipeline: true });
  // A connection that breaks fails the statement under way, or is replaced at the next use. Without
  // these listeners it would end the process: the first is for connections in use, the second for
  // idle ones.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {});
  return pool;
}
