import type { Swept } from "../../application/obligations/obligation-store.ts";
import type { SweepChange } from "../../application/obligations/open-obligation.ts";
import type { Database } from "../database.ts";

const FORGET = `
  delete from obligations o using unnest($1::text[], $2::text[]) as k(institution, number)
  where o.institution = k.institution and o.number = k.number
  returning o.institution, o.number, o.rule, o.requirement, o.step, o.clause, o.due_on as "dueOn"`;

const REMEMBER = `
  insert into obligations (institution, number, rule, requirement, step, version, clause, opens_on,
    due_on, set_for, tolled, state, next_on)
  select institution, number, rule, requirement, step, version, clause, "opensOn", "dueOn", "setFor",
    tolled, state, "nextOn"
  from json_to_recordset($1::json) as k(institution text, number text, rule text, requirement text,
    step text, version text, clause text, "opensOn" date, "dueOn" date, "setFor" date, tolled jsonb,
    state text, "nextOn" date)`;

const TELL = `
  insert into inbox_items (institution, id, kind, number, rule, requirement, step, clause, due_on,
    said_on, message, made_at)
  select institution, id, kind, number, rule, requirement, step, clause, "dueOn", "saidOn", message,
    $2::timestamptz
  from json_to_recordset($1::json) as k(institution text, id text, kind text, number text, rule text,
    requirement text, step text, clause text, "dueOn" date, "saidOn" date, message jsonb)
  on conflict (institution, id) do nothing
  returning id`;

const MOVE_ON = `
  insert into obligation_positions (institution, next_index, rules) values ($1, $2, $3)
  on conflict (institution) do update
    set next_index = excluded.next_index, rules = excluded.rules`;

type Step = Omit<SweepChange, "what">;

/** Returns what has opened, what has closed, and what is said for the first time. */
export async function storeSwept(
  database: Database,
  { certificates, obligations, messages, position }: Swept,
  madeAt: string,
): Promise<SweepChange[]> {
  const keys = [
    certificates.map(({ institution }) => institution),
    certificates.map(({ number }) => number),
  ];
  // Each sends its statement before it waits, so they run in this order.
  const [before, , told] = await Promise.all([
    database.query<Step>(FORGET, keys),
    database.query(REMEMBER, [JSON.stringify(obligations)]),
    database.query<{ id: string }>(TELL, [JSON.stringify(messages), madeAt]),
    position && database.query(MOVE_ON, [position.institution, position.nextIndex, position.rules]),
  ]);
  const isNew = new Set(told.map(({ id }) => id));
  return [
    ...without(before, obligations).map((step) => changeOf("closed", step)),
    ...without(obligations, before).map((step) => changeOf("opened", step)),
    ...messages.filter(({ id }) => isNew.has(id)).map((one) => changeOf(one.kind, one)),
  ];
}

const keyOf = ({ institution, number, rule, requirement, step }: Step) =>
  [institution, number, rule, requirement, step].join("\n");

function without(steps: readonly Step[], others: readonly Step[]): Step[] {
  const keys = new Set(others.map(keyOf));
  return steps.filter((step) => !keys.has(keyOf(step)));
}

function changeOf(what: SweepChange["what"], step: Step): SweepChange {
  const { institution, number, rule, requirement, clause, dueOn } = step;
  return { what, institution, number, rule, requirement, step: step.step, clause, dueOn };
}
