import { foldNumber } from "../../application/certificates/search-text.ts";
import type { DutyReader, ToldItem } from "../../application/obligations/duty-reader.ts";
import type { OpenObligation } from "../../application/obligations/open-obligation.ts";
import type { Workspaces } from "../accounts/workspace.ts";
import type { Database } from "../database.ts";
import { likePattern } from "../like-pattern.ts";

/** A filter that is null takes everything. */
const OBLIGATIONS = `
  select institution, number, rule, version, requirement, clause, step, opens_on as "opensOn",
    due_on as "dueOn", set_for as "setFor", tolled, state, next_on as "nextOn"
  from obligations
  where institution = $1 and ($2::text is null or state = $2) and ($3::text is null or number like $3)
    and ($4::date is null or due_on <= $4) and ($5::boolean is null or (tolled is not null) = $5)
    and ($6::date is null
      or (state = 'lapsed', due_on, number, rule, requirement, step)
        > ($12 = 'lapsed', $6, $7, $8, $9, $10))
  order by state = 'lapsed', due_on, number, rule, requirement, step limit $11`;

/** The newest message about an open step in whose place no other has opened, until it is done. */
const WAITS = `
  i.done_at is null and exists (
    select from obligations o where o.institution = i.institution and o.number = i.number
      and o.rule = i.rule and o.requirement = i.requirement and o.step = i.step
      and (o.state <> 'lapsed' or i.kind = 'lapsed'))
  and not exists (
    select from inbox_items n where n.institution = i.institution and n.number = i.number
      and n.rule = i.rule and n.requirement = i.requirement and n.step = i.step
      and (n.said_on, n.id) > (i.said_on, i.id))`;

const INBOX = `
  select i.id, i.kind, i.number, i.rule, i.requirement, i.step, i.clause, i.due_on as "dueOn",
    i.said_on as "saidOn", i.message, i.made_at as "madeAt", i.done_at as "doneAt",
    (select a.name from accounts a where a.account = i.done_by) as "doneBy",
    r.id is not null as "isRead"
  from inbox_items i
  left join inbox_reads r on r.institution = i.institution and r.account = $2 and r.id = i.id
  where i.institution = $1 and ($3::text is null or i.kind = $3)
    and ($4::text is null or i.number like $4) and ($5::boolean is null or (r.id is null) = $5)
    and ($6::boolean is null or (i.done_at is not null) = $6)
    and ($7::date is null or (i.said_on, i.id) < ($7, $8))
    and ($10::boolean is null or (${WAITS}))
  order by case when $11 then i.kind = 'lapsed' end, case when $11 then i.due_on end,
    i.said_on desc, i.id desc limit $9`;

const UNREAD = `
  select count(*) as unread from inbox_items i
  where i.institution = $1 and ${WAITS} and not exists (
    select 1 from inbox_reads r
    where r.institution = i.institution and r.account = $2 and r.id = i.id)`;

type InboxRow = Omit<ToldItem, "madeAt" | "doneAt"> & { madeAt: Date; doneAt: Date | null };

/** Numbers that contain what was typed of one. */
const fragment = (typed: string | undefined) =>
  typed === undefined ? null : likePattern(foldNumber(typed));

const flag = (text: "true" | "false" | undefined) => (text === undefined ? null : text === "true");

/** Row-level security binds each question to the institution that it is asked for. */
export function postgresDutyReader(workspaces: Workspaces): DutyReader {
  return {
    obligations: (institution, query, after) =>
      workspaces.within(institution, (inside) =>
        inside.queryUnprepared<OpenObligation>(OBLIGATIONS, [
          institution,
          query.state ?? null,
          fragment(query.number),
          query.dueUntil ?? null,
          flag(query.tolled),
          after?.dueOn ?? null,
          after?.number ?? null,
          after?.rule ?? null,
          after?.requirement ?? null,
          after?.step ?? null,
          query.limit,
          after?.state ?? null,
        ]),
      ),
    async inbox({ institution, account }, query, after) {
      const values = [
        institution,
        account,
        query.kind ?? null,
        fragment(query.number),
        flag(query.unread),
        flag(query.done),
        after?.saidOn ?? null,
        after?.id ?? null,
        query.limit,
        flag(query.waiting),
        query.order === "soonest",
      ];
      const rows = await workspaces.within(institution, (inside) =>
        inside.queryUnprepared<InboxRow>(INBOX, values),
      );
      return rows.map((row) => ({
        ...row,
        madeAt: row.madeAt.toISOString(),
        doneAt: row.doneAt?.toISOString() ?? null,
      }));
    },
    async unread({ institution, account }) {
      const [row] = await workspaces.within(institution, (inside) =>
        inside.query<{ unread: number }>(UNREAD, [institution, account]),
      );
      return row?.unread ?? 0;
    },
    mark: (reader, id, change) =>
      workspaces.within(reader.institution, (inside) => mark(inside, { ...reader, id }, change)),
  };
}

const MARK_DONE = `
  update inbox_items set
    done_at = case when $3::boolean is null then done_at when $3 then coalesce(done_at, $4) end,
    done_by = case when $3::boolean is null then done_by when $3 then coalesce(done_by, $5) end
  where institution = $1 and id = $2 returning id`;

async function mark(
  database: Database,
  { institution, account, id }: { institution: string; account: string; id: string },
  { read, done, at }: Parameters<DutyReader["mark"]>[2],
): Promise<boolean> {
  const marked = await database.query(MARK_DONE, [institution, id, done ?? null, at, account]);
  if (marked.length === 0) return false;
  if (read === true) {
    await database.query(
      `insert into inbox_reads (institution, account, id, read_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [institution, account, id, at],
    );
  }
  if (read === false) {
    await database.query(
      `delete from inbox_reads where institution = $1 and account = $2 and id = $3`,
      [institution, account, id],
    );
  }
  return true;
}
