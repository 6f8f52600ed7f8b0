import type { Socket } from "node:net";
import pg from "pg";

type Answer = (fault: Error | null, result: pg.QueryResult) => void;

export type Statement = { query: pg.QueryConfig; answer: Answer };

/** What a query of the driver sends with, as far as a group looks into it. */
type Connection = {
  stream: Pick<Socket, "cork" | "uncork">;
  /** By name: sent to be prepared, not known yet to be. */
  submittedNamedStatements: Record<string, string>;
  sync(): void;
};

/** How the driver tells a query what the server answers; its types leave this out. */
type Receiver = {
  name?: string | undefined;
  text: string | undefined;
  submit(connection: Connection): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
  handleError(fault: Error, connection: Connection): void;
};

const DriverQuery = pg.Query as unknown as new (query: pg.QueryConfig, answer?: Answer) => Receiver;

/** Sends the statements together; each answer comes when that of the last one is there. */
export function sendTogether(client: pg.PoolClient, statements: readonly Statement[]): void {
  // The driver's types know less of a connection than a query is given.
  client.query(new StatementGroup(statements) as unknown as pg.Submittable);
}

/**
 * Statements in one message to the server, which answers them in one: each by itself would wake the
 * server and then this process. They run in their order; behind one that fails none runs.
 */
class StatementGroup extends DriverQuery implements Receiver {
  readonly #members: readonly Receiver[];
  #complete = 0;
  /** Of a statement that could not be written down; those behind it were not sent. */
  #unsent: Error | null = null;

  constructor(statements: readonly Statement[]) {
    super({ text: "" });
    this.#members = statements.map(({ query, answer }) => {
      const told: Answer = (fault, result) => {
        this.#unsent ??= fault;
        answer(fault, result);
      };
      return new DriverQuery(Object.assign({ queryMode: "extended" }, query), told);
    });
    this.#nameCurrent();
  }

  override submit(connection: Connection): null {
    const withoutSync: Connection = Object.create(connection, { sync: { value: () => {} } });
    connection.stream.cork();
    for (const member of this.#members) {
      const refused = member.submit(withoutSync);
      this.#unsent ??= refused;
      if (this.#unsent !== null) break;
    }
    connection.sync();
    connection.stream.uncork();
    return null;
  }

  override handleRowDescription(message: unknown): void {
    this.#current?.handleRowDescription(message);
  }

  override handleDataRow(message: unknown): void {
    this.#current?.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    this.#current?.handleCommandComplete(message, connection);
    this.#complete += 1;
    this.#nameCurrent();
  }

  override handleReadyForQuery(connection: Connection): void {
    if (this.#unsent !== null) this.handleError(this.#unsent, connection);
    else for (const member of this.#members) member.handleReadyForQuery(connection);
  }

  override handleError(fault: Error, connection: Connection): void {
    const complete = this.#members.slice(0, this.#complete);
    const failed = this.#members.slice(this.#complete);
    for (const { name } of failed) delete connection.submittedNamedStatements[name ?? ""];
    for (const member of complete) member.handleReadyForQuery(connection);
    for (const member of failed) member.handleError(fault, connection);
  }

  get #current(): Receiver | undefined {
    return this.#members[this.#complete];
  }

  /** The driver notes which statements are prepared by the name of the query under way. */
  #nameCurrent(): void {
    this.name = this.#current?.name;
    this.text = this.#current?.text;
  }
}
