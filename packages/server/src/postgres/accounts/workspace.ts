import { CodedError } from "../../application/coded-error.ts";
import type { Database } from "../database.ts";

/**
 * Statements that act for one institution: bound by row-level security to its rows, whatever their
 * where clauses say. The usual way to workspace tables; others are `acrossInstitutions`.
 */
export interface Workspaces {
  within<T>(institution: string, work: (database: Database) => Promise<T>): Promise<T>;
}

/** Statements that find out who somebody is, before it is known for whom they act. */
export function asIdentity<T>(
  database: Database,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return database.transaction(async (inside) => {
    const [, result] = await Promise.all([
      inside.query("select set_config('suzheng.identity', 'on', true)"),
      work(inside),
    ]);
    return result;
  });
}

/** Statements over the rows of all institutions, such as the sweep's and a regulator's reviews. */
export function acrossInstitutions<T>(
  database: Database,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return database.transaction(async (inside) => {
    const [, result] = await Promise.all([
      inside.query("select set_config('suzheng.across', 'on', true)"),
      work(inside),
    ]);
    return result;
  });
}

export async function postgresWorkspaces(database: Database): Promise<Workspaces> {
  const takesRole = await canTakeRole(database);
  return {
    within: (institution, work) =>
      database.transaction(async (inside) => {
        // In this order: the role goes first, then the setting, then what is done under both.
        const role = takesRole ? inside.query("set local role suzheng_workspace") : null;
        const [, , result] = await Promise.all([
          role,
          inside.query(
            `select set_config('suzheng.acting_for', $1, true),
               set_config('suzheng.identity', 'off', true)`,
            [institution],
          ),
          work(inside),
        ]);
        return result;
      }),
  };
}

/**
 * Without the role, the connecting user's own statements must be bound by the policies; a superuser
 * would see everything, so that is refused.
 */
async function canTakeRole(database: Database): Promise<boolean> {
  const isTaken = await database
    .transaction(async (inside) => {
      await inside.query("set local role suzheng_workspace");
      await inside.query("select 1 from memberships limit 0");
      return true;
    })
    .catch((fault: unknown) => {
      if (isRefusal(fault)) return false;
      throw fault;
    });
  if (isTaken) return true;
  const [me] = await database.query<{ unbound: boolean }>(
    `select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`,
  );
  if (me?.unbound !== false) throw roleMissing();
  return false;
}

/** Undefined object, invalid parameter (no such role), insufficient privilege. */
const isRefusal = (fault: unknown): boolean =>
  fault instanceof Error &&
  "code" in fault &&
  ["42704", "22023", "42501"].includes(String(fault.code));

function roleMissing(): CodedError {
  return new CodedError("workspace-role-missing", {
    detail: {
      zh: "数据库中缺少角色 suzheng_workspace，而当前数据库用户不受行级安全约束。",
      en: "the database role suzheng_workspace is missing, and the connecting user is not bound by row-level security",
    },
    wayOut: {
      zh: "见 docs/operating/external-postgresql.md：创建该角色并授权，或以普通用户连接。",
      en: "See docs/operating/external-postgresql.md: create and grant the role, or connect as an ordinary user.",
    },
  });
}
