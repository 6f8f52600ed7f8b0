import type { RuleContent } from "@suzheng/certification";
import type {
  DraftRevision,
  DraftStore,
  StoredDraft,
} from "../../application/registry/draft-store.ts";
import type { Workspaces } from "../accounts/workspace.ts";
import type { Database } from "../database.ts";

type DraftRow = {
  id: string;
  content: RuleContent;
  counter: number;
  checked_counter: number | null;
  updated_by: string;
  updated_at: Date;
};

const toDraft = (row: DraftRow): StoredDraft => ({
  rule: row.id,
  content: row.content,
  counter: row.counter,
  checkedCounter: row.checked_counter,
  updatedBy: row.updated_by,
  updatedAt: row.updated_at.toISOString(),
});

// Who left long ago may no longer be there to be named.
const DRAFTS = `
  select d.id, d.content, d.counter, d.checked_counter, coalesce(a.name, '') as updated_by,
    d.updated_at
  from rule_drafts d left join accounts a on a.account = d.updated_by
  where d.institution = $1 and d.withdrawn_at is null`;

const CREATE = `
  insert into rule_drafts (institution, id, content, counter, updated_by, updated_at)
  values ($1, $2, $3, 1, $4, $5)
  on conflict (institution, id) do update
    set content = excluded.content, counter = rule_drafts.counter + 1, checked_counter = null,
      updated_by = excluded.updated_by, updated_at = excluded.updated_at, withdrawn_at = null
    where rule_drafts.withdrawn_at is not null
  returning counter`;

const SAVE = `
  update rule_drafts
  set content = $3, counter = counter + 1, updated_by = $4, updated_at = $5
  where institution = $1 and id = $2 and counter = $6 and withdrawn_at is null
  returning counter`;

const KEEP = `
  insert into rule_draft_revisions (institution, id, counter, content, saved_by, saved_at)
  select institution, id, counter, content, updated_by, updated_at from rule_drafts
  where institution = $1 and id = $2`;

type Counted = { counter: number };

async function isThere(inside: Database, institution: string, rule: string): Promise<boolean> {
  const rows = await inside.query(
    `select 1 from rule_drafts where institution = $1 and id = $2 and withdrawn_at is null`,
    [institution, rule],
  );
  return rows.length > 0;
}

export function postgresDraftStore({ within }: Workspaces): DraftStore {
  return {
    list: (institution) =>
      within(institution, async (inside) => {
        const rows = await inside.query<DraftRow>(`${DRAFTS} order by d.id`, [institution]);
        return rows.map(toDraft);
      }),
    get: (institution, rule) =>
      within(institution, async (inside) => {
        const [row] = await inside.query<DraftRow>(`${DRAFTS} and d.id = $2`, [institution, rule]);
        return row === undefined ? null : toDraft(row);
      }),
    create: (institution, { rule, content, by, at }) =>
      within(institution, async (inside) => {
        const values = [institution, rule, JSON.stringify(content), by, at];
        const created = await inside.query<Counted>(CREATE, values);
        if (created.length === 0) return "taken";
        await inside.query(KEEP, [institution, rule]);
        return "created";
      }),
    save: (institution, { rule, content, expected, by, at }) =>
      within(institution, async (inside) => {
        const values = [institution, rule, JSON.stringify(content), by, at, expected];
        const saved = await inside.query<Counted>(SAVE, values);
        if (saved.length === 0) {
          return (await isThere(inside, institution, rule)) ? "moved-on" : "unknown";
        }
        await inside.query(KEEP, [institution, rule]);
        return "saved";
      }),
    ...endings({ within }),
    ...revisions({ within }),
  };
}

function endings({ within }: Workspaces): Pick<DraftStore, "notePassed" | "withdraw"> {
  return {
    notePassed: (institution, { rule, counter }) =>
      within(institution, async (inside) => {
        await inside.query(
          `update rule_drafts set checked_counter = counter
           where institution = $1 and id = $2 and counter = $3`,
          [institution, rule, counter],
        );
      }),
    withdraw: (institution, { rule, expected, at }) =>
      within(institution, async (inside) => {
        const withdrawn = await inside.query(
          `update rule_drafts set withdrawn_at = $4
           where institution = $1 and id = $2 and counter = $3 and withdrawn_at is null
           returning id`,
          [institution, rule, expected, at],
        );
        if (withdrawn.length > 0) return "withdrawn";
        return (await isThere(inside, institution, rule)) ? "moved-on" : "unknown";
      }),
  };
}

function revisions({ within }: Workspaces): Pick<DraftStore, "revisions" | "revision"> {
  return {
    revisions: (institution, rule) =>
      within(institution, async (inside) => {
        const rows = await inside.query<Counted & { name: string; saved_at: Date }>(
          `select r.counter, coalesce(a.name, '') as name, r.saved_at
           from rule_draft_revisions r left join accounts a on a.account = r.saved_by
           where r.institution = $1 and r.id = $2 order by r.counter desc`,
          [institution, rule],
        );
        return rows.map(({ counter, name, saved_at }): DraftRevision => {
          return { counter, savedBy: name, savedAt: saved_at.toISOString() };
        });
      }),
    revision: (institution, rule, counter) =>
      within(institution, async (inside) => {
        const [row] = await inside.query<DraftRow>(
          `select r.id, r.content, r.counter, null::int as checked_counter,
             coalesce(a.name, '') as updated_by, r.saved_at as updated_at
           from rule_draft_revisions r left join accounts a on a.account = r.saved_by
           where r.institution = $1 and r.id = $2 and r.counter = $3`,
          [institution, rule, counter],
        );
        return row === undefined ? null : toDraft(row);
      }),
  };
}
