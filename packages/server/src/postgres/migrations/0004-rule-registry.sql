-- Drafts of rules: workspace data, never in a log. One draft for each rule of an institution.
create table rule_drafts (
  institution text not null,
  id text not null,
  content jsonb not null,
  -- Counts saves, from 1; who saves says which one was edited.
  counter integer not null,
  -- The counter for which the self-check last passed.
  checked_counter integer,
  updated_by text not null,
  updated_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (institution, id)
);
select protect_workspace_table('rule_drafts');

-- Every save as it was, for undo.
create table rule_draft_revisions (
  institution text not null,
  id text not null,
  counter integer not null,
  content jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (institution, id, counter)
);
select protect_workspace_table('rule_draft_revisions');

-- Told again from the log at any time. What is not published yet is shown to the body and to
-- regulators only.
create table rules (
  institution text not null,
  rule text not null,
  -- Of the newest filing.
  title text not null,
  number text not null,
  published_version text,
  last_index bigint not null,
  primary key (institution, rule)
);

create table rule_versions (
  institution text not null,
  rule text not null,
  version text not null,
  state text not null,
  in_force_from date,
  -- The first day on which it is not in force any more.
  in_force_until date,
  title text not null,
  title_english text,
  category text not null,
  field text not null,
  number text not null,
  issuer text not null,
  issued_on date not null,
  updated_on date,
  item_codes text[] not null,
  -- SHA-256 of the filed bundle, hex.
  content_hash text not null,
  content_bytes bigint not null,
  is_executable boolean not null,
  -- When the version was filed first, by the log.
  filed_at timestamptz not null,
  last_index bigint not null,
  -- For reading: [{number, title: {zh, en}, text: {zh, en}, kinds}], as in the bundle; kinds of
  -- the requirements that the executable part has under the clause.
  clauses jsonb not null,
  primary key (institution, rule, version)
);
create index rule_versions_by_state on rule_versions (state, institution, rule);
