CREATE OR REPLACE FUNCTION grant_to_workspace(name text, privileges text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select 1 from pg_roles where rolname = 'suzheng_workspace') then
    execute format('grant %s on %I to suzheng_workspace', privileges, name);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION let_span_institutions(name text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy across on %I
    using (current_setting(''suzheng.across'', true) = ''on'')
    with check (current_setting(''suzheng.across'', true) = ''on'')', name);
end $function$;

CREATE OR REPLACE FUNCTION protect_workspace_table(name text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy workspace on %I
    using (institution = current_setting(''suzheng.acting_for'', true))
    with check (institution = current_setting(''suzheng.acting_for'', true))', name);
  perform grant_to_workspace(name, 'select, insert, update');
end $function$;

create table account_acts (
  institution text not null,
  id text not null,
  account text not null,
  act text not null,
  done_by text,
  at timestamp with time zone not null,
  told_at timestamp with time zone,
  PRIMARY KEY (institution, id)
);
CREATE INDEX account_acts_by_account ON account_acts USING btree (account);
alter table account_acts enable row level security, force row level security;
create policy identity on account_acts for all
  using (current_setting('suzheng.identity'::text, true) = 'on'::text);
create policy workspace on account_acts for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant insert, select, update on account_acts to suzheng_workspace;

create table accounts (
  account text not null,
  sign_in_name text not null,
  name text not null,
  password text,
  totp_secret bytea,
  totp_step bigint not null default 0,
  created_at timestamp with time zone not null,
  PRIMARY KEY (account),
  UNIQUE (sign_in_name)
);
alter table accounts enable row level security, force row level security;
create policy workspace on accounts for all
  using ((current_setting('suzheng.identity'::text, true) = 'on'::text) OR (EXISTS ( SELECT 1 FROM memberships m WHERE ((m.account = accounts.account) AND (m.institution = current_setting('suzheng.acting_for'::text, true))))));
grant select (account, sign_in_name, name) on accounts to suzheng_workspace;

create table calendar_feeds (
  institution text not null,
  id text not null,
  secret_hash bytea not null,
  account text not null,
  language text not null,
  made_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  PRIMARY KEY (institution, id),
  UNIQUE (secret_hash)
);
alter table calendar_feeds enable row level security, force row level security;
create policy identity on calendar_feeds for all
  using (current_setting('suzheng.identity'::text, true) = 'on'::text);
create policy workspace on calendar_feeds for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant insert, select, update on calendar_feeds to suzheng_workspace;

create table ceremonies (
  purpose text not null,
  subject text not null,
  key bytea not null,
  payload bytea not null,
  expires_at timestamp with time zone not null,
  address_hash text,
  PRIMARY KEY (purpose, subject, key)
);
CREATE INDEX ceremonies_by_address ON ceremonies USING btree (address_hash) WHERE (address_hash IS NOT NULL);
CREATE INDEX ceremonies_by_expiry ON ceremonies USING btree (expires_at);

create table certificate_numbers (
  number text collate "C" not null,
  institution text not null,
  PRIMARY KEY (number)
);

create table certificates (
  institution text not null,
  number text collate "C" not null,
  holder_name text not null,
  holder_code text not null,
  organisation_code text not null,
  item_code text not null,
  status text not null,
  issued_on date not null,
  valid_until date not null,
  main_number text,
  withheld boolean not null default false,
  last_index bigint not null,
  card text storage external not null,
  holder_search text not null,
  holder_fragments text[] not null,
  holder_initials text,
  PRIMARY KEY (institution, number)
) with (toast_tuple_target=8160);
CREATE INDEX certificates_by_holder ON certificates USING gin (holder_fragments) WITH (fastupdate='on');
CREATE INDEX certificates_by_main ON certificates USING btree (institution, main_number) WHERE (main_number IS NOT NULL);
CREATE INDEX certificates_by_number ON certificates USING btree (number) INCLUDE (institution, withheld, holder_search, holder_initials);
CREATE INDEX certificates_by_organisation ON certificates USING btree (organisation_code);
CREATE INDEX certificates_by_standing ON certificates USING btree (institution, status, valid_until) WHERE (NOT withheld);
CREATE INDEX certificates_without_initials ON certificates USING btree (institution, number) WHERE (holder_initials IS NULL);

create table directory_checkpoint (
  only_row boolean not null default true,
  size bigint not null,
  note text not null,
  noted_at timestamp with time zone not null,
  PRIMARY KEY (only_row),
  constraint directory_checkpoint_only_row_check CHECK (only_row)
);

create table entries (
  institution text not null,
  index bigint not null,
  stream text not null,
  version integer not null,
  leaf_hash bytea not null,
  entry text storage external not null,
  PRIMARY KEY (institution, index)
) with (toast_tuple_target=8160);
CREATE UNIQUE INDEX entries_by_stream ON entries USING btree (institution, stream, version);

create table import_runs (
  institution text not null,
  id text not null,
  run jsonb not null,
  started_at timestamp with time zone not null,
  PRIMARY KEY (institution, id)
);
CREATE INDEX import_runs_by_start ON import_runs USING btree (institution, started_at DESC, id DESC);
alter table import_runs enable row level security, force row level security;
create policy across on import_runs for all
  using (current_setting('suzheng.across'::text, true) = 'on'::text)
  with check (current_setting('suzheng.across'::text, true) = 'on'::text);
create policy workspace on import_runs for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant insert, select, update on import_runs to suzheng_workspace;

create table inbox_items (
  institution text not null,
  id text not null,
  kind text not null,
  number text not null,
  rule text not null,
  requirement text not null,
  step text not null,
  clause text not null,
  due_on date not null,
  said_on date not null,
  message jsonb not null,
  made_at timestamp with time zone not null,
  done_by text,
  done_at timestamp with time zone,
  PRIMARY KEY (institution, id)
);
CREATE INDEX inbox_items_by_day ON inbox_items USING btree (institution, said_on DESC, id);
CREATE INDEX inbox_items_by_step ON inbox_items USING btree (institution, number, rule, requirement, step, said_on, id);
alter table inbox_items enable row level security, force row level security;
create policy across on inbox_items for all
  using (current_setting('suzheng.across'::text, true) = 'on'::text)
  with check (current_setting('suzheng.across'::text, true) = 'on'::text);
create policy workspace on inbox_items for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant insert, select, update on inbox_items to suzheng_workspace;

create table inbox_reads (
  institution text not null,
  account text not null,
  id text not null,
  read_at timestamp with time zone not null,
  PRIMARY KEY (institution, account, id)
);
alter table inbox_reads enable row level security, force row level security;
create policy workspace on inbox_reads for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant delete, insert, select, update on inbox_reads to suzheng_workspace;

create table institutions (
  approval_number text not null,
  name text not null,
  name_english text,
  status text not null,
  fields text[] not null,
  branches text[] not null,
  body_number text,
  connected_at timestamp with time zone not null,
  last_reported_at timestamp with time zone,
  certificates bigint not null default 0,
  PRIMARY KEY (approval_number)
);
CREATE INDEX institutions_by_body_number ON institutions USING btree (body_number);

create table invitations (
  institution text not null,
  id text not null,
  code_hash bytea not null,
  roles text[] not null,
  name text,
  invited_by text,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_by text,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  recovers text,
  PRIMARY KEY (institution, id)
);
CREATE UNIQUE INDEX invitations_by_code ON invitations USING btree (code_hash);
alter table invitations enable row level security, force row level security;
create policy workspace on invitations for all
  using ((current_setting('suzheng.identity'::text, true) = 'on'::text) OR (institution = current_setting('suzheng.acting_for'::text, true)));
grant insert, select, update on invitations to suzheng_workspace;

create table logs (
  institution text not null,
  size bigint not null default 0,
  frontier bytea not null default '\x'::bytea,
  frozen_because text,
  recorded_at text,
  PRIMARY KEY (institution)
);

create table map_tiles (
  institution text not null,
  prefix text not null,
  tile bytea not null,
  PRIMARY KEY (institution, prefix)
);

create table memberships (
  institution text not null,
  account text not null,
  role text not null,
  granted_by text,
  granted_at timestamp with time zone not null,
  revoked_by text,
  revoked_at timestamp with time zone,
  PRIMARY KEY (institution, account, role, granted_at)
);
CREATE INDEX memberships_by_account ON memberships USING btree (account);
CREATE UNIQUE INDEX memberships_held ON memberships USING btree (institution, account, role) WHERE (revoked_at IS NULL);
alter table memberships enable row level security, force row level security;
create policy workspace on memberships for all
  using ((current_setting('suzheng.identity'::text, true) = 'on'::text) OR (institution = current_setting('suzheng.acting_for'::text, true)));
grant insert, select, update on memberships to suzheng_workspace;

create table migrations (
  name text not null,
  applied_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table obligation_positions (
  institution text not null,
  next_index bigint not null,
  rules text not null,
  PRIMARY KEY (institution)
);

create table obligations (
  institution text not null,
  number text not null,
  rule text not null,
  requirement text not null,
  step text not null,
  version text not null,
  clause text not null,
  opens_on date not null,
  due_on date not null,
  set_for date,
  tolled jsonb,
  state text not null,
  next_on date,
  PRIMARY KEY (institution, number, rule, requirement, step)
);
CREATE INDEX obligations_by_due ON obligations USING btree (institution, due_on, number);
CREATE INDEX obligations_by_next ON obligations USING btree (next_on) WHERE (next_on IS NOT NULL);
alter table obligations enable row level security, force row level security;
create policy across on obligations for all
  using (current_setting('suzheng.across'::text, true) = 'on'::text)
  with check (current_setting('suzheng.across'::text, true) = 'on'::text);
create policy workspace on obligations for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant insert, select, update on obligations to suzheng_workspace;

create table organisations (
  institution text not null,
  kind text not null,
  name text not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (institution),
  constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['regulator'::text, 'accreditation-body'::text])))
);

create table participations (
  institution text not null,
  person text not null,
  starts_at text not null,
  number text not null,
  stage text not null,
  ends_at text not null,
  holder text not null,
  PRIMARY KEY (institution, person, starts_at, number, stage)
);

create table passkeys (
  account text not null,
  id text not null,
  public_key bytea not null,
  algorithm integer not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  PRIMARY KEY (account, id),
  UNIQUE (id)
);

create table pauses (
  institution text not null,
  id text not null,
  pause jsonb not null,
  PRIMARY KEY (institution, id)
);
alter table pauses enable row level security, force row level security;
create policy across on pauses for all
  using (current_setting('suzheng.across'::text, true) = 'on'::text)
  with check (current_setting('suzheng.across'::text, true) = 'on'::text);
create policy workspace on pauses for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant insert, select, update on pauses to suzheng_workspace;

create table personal_values (
  institution text not null,
  commitment text not null,
  name text not null,
  value text not null,
  salt bytea not null,
  public boolean not null,
  PRIMARY KEY (institution, commitment)
);
CREATE INDEX personal_values_by_value ON personal_values USING btree (institution, name, value);

create table published (
  institution text not null,
  size bigint not null,
  root bytea not null,
  map_root bytea not null,
  frontier bytea not null,
  published_at timestamp with time zone not null,
  PRIMARY KEY (institution)
);

create table recovery_codes (
  account text not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  PRIMARY KEY (account, code_hash)
);

create table requests (
  institution text not null,
  submitter text not null,
  request_id text not null,
  digest bytea not null,
  first_index bigint not null,
  acts integer not null,
  PRIMARY KEY (institution, submitter, request_id)
);

create table rule_draft_revisions (
  institution text not null,
  id text not null,
  counter integer not null,
  content jsonb not null,
  saved_by text not null,
  saved_at timestamp with time zone not null,
  PRIMARY KEY (institution, id, counter)
);
alter table rule_draft_revisions enable row level security, force row level security;
create policy workspace on rule_draft_revisions for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant insert, select, update on rule_draft_revisions to suzheng_workspace;

create table rule_drafts (
  institution text not null,
  id text not null,
  content jsonb not null,
  counter integer not null,
  checked_counter integer,
  updated_by text not null,
  updated_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  PRIMARY KEY (institution, id)
);
alter table rule_drafts enable row level security, force row level security;
create policy workspace on rule_drafts for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant insert, select, update on rule_drafts to suzheng_workspace;

create table rule_files (
  institution text not null,
  sha256 text not null,
  bytes bigint not null,
  type text not null,
  kept_by text not null,
  kept_at timestamp with time zone not null,
  PRIMARY KEY (institution, sha256)
);
alter table rule_files enable row level security, force row level security;
create policy workspace on rule_files for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant insert, select, update on rule_files to suzheng_workspace;

create table rule_search_clauses (
  rule text collate "C" not null,
  version text collate "C" not null,
  "position" integer not null,
  wording bytea not null,
  kinds text[] not null,
  PRIMARY KEY (rule, version, "position")
) with (parallel_workers=0);
CREATE INDEX rule_search_clauses_by_wording ON rule_search_clauses USING btree (rule, wording);

create table rule_search_versions (
  rule text collate "C" not null,
  version text collate "C" not null,
  content_hash text not null,
  state text not null,
  institution text,
  number text not null,
  title_zh text not null,
  title_en text not null,
  issuer_zh text not null,
  issuer_en text not null,
  issuer_search text not null,
  category text not null,
  fields text[] not null,
  kinds text[] not null,
  in_force_from date not null,
  in_force_until date,
  head_search text not null,
  PRIMARY KEY (rule, version)
) with (parallel_workers=0);
CREATE INDEX rule_search_versions_in_list ON rule_search_versions USING btree (((institution IS NOT NULL)), rule, in_force_from DESC, version DESC);
CREATE UNIQUE INDEX rule_search_versions_in_order ON rule_search_versions USING btree (rule, in_force_from DESC, version);

create table rule_search_wordings (
  rule text collate "C" not null,
  wording bytea not null,
  clause text not null,
  title_zh text not null,
  title_en text not null,
  text_zh text not null,
  text_en text not null,
  search text not null,
  grams text[] not null,
  PRIMARY KEY (rule, wording)
) with (toast_tuple_target=8160, parallel_workers=0);
CREATE INDEX rule_search_wordings_by_gram ON rule_search_wordings USING gin (grams);

create table rule_versions (
  institution text not null,
  rule text not null,
  version text not null,
  state text not null,
  in_force_from date,
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
  content_hash text not null,
  content_bytes bigint not null,
  is_executable boolean not null,
  filed_at timestamp with time zone not null,
  last_index bigint not null,
  clauses jsonb not null,
  PRIMARY KEY (institution, rule, version)
);
CREATE INDEX rule_versions_by_state ON rule_versions USING btree (state, institution, rule);

create table rules (
  institution text not null,
  rule text not null,
  title text not null,
  number text not null,
  published_version text,
  last_index bigint not null,
  PRIMARY KEY (institution, rule)
);

create table sessions (
  token_hash bytea not null,
  id text not null,
  account text not null,
  means text not null,
  acting_for text,
  signed_in_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  address text not null,
  user_agent text not null,
  PRIMARY KEY (token_hash),
  UNIQUE (id)
);
CREATE INDEX sessions_by_account ON sessions USING btree (account);

create table sign_in_links (
  code_hash bytea not null,
  account text not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (code_hash)
);

create table sign_ins (
  id text not null,
  at timestamp with time zone not null,
  name_hash text,
  account text,
  means text not null,
  outcome text not null,
  address text not null,
  address_hash text not null,
  user_agent text not null,
  PRIMARY KEY (id)
);
CREATE INDEX sign_ins_by_account ON sign_ins USING btree (account, at);
CREATE INDEX sign_ins_by_address ON sign_ins USING btree (address_hash, at);
CREATE INDEX sign_ins_by_name ON sign_ins USING btree (name_hash, at);
alter table sign_ins enable row level security, force row level security;
create policy workspace on sign_ins for all
  using ((current_setting('suzheng.identity'::text, true) = 'on'::text) OR (EXISTS ( SELECT 1 FROM memberships m WHERE ((m.account = sign_ins.account) AND (m.institution = current_setting('suzheng.acting_for'::text, true)) AND (sign_ins.at >= m.granted_at) AND ((m.revoked_at IS NULL) OR (sign_ins.at < m.revoked_at))))));
grant select on sign_ins to suzheng_workspace;

create table stream_states (
  institution text not null,
  stream text not null,
  version integer not null,
  state text storage external not null,
  PRIMARY KEY (institution, stream)
) with (fillfactor=70, toast_tuple_target=8160);
CREATE INDEX stream_states_pauses ON stream_states USING btree (institution) WHERE starts_with(stream, 'pause/'::text);

create table tokens (
  institution text not null,
  id text not null,
  secret_hash bytea not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  PRIMARY KEY (institution, id)
);

create table tolling_requests (
  institution text not null,
  id text not null,
  asked jsonb not null,
  state text not null,
  requested_by text not null,
  requested_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  refused_because text,
  PRIMARY KEY (institution, id)
);
alter table tolling_requests enable row level security, force row level security;
create policy across on tolling_requests for all
  using (current_setting('suzheng.across'::text, true) = 'on'::text)
  with check (current_setting('suzheng.across'::text, true) = 'on'::text);
create policy workspace on tolling_requests for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant insert, select, update on tolling_requests to suzheng_workspace;

create table what_if_cases (
  institution text not null,
  run text not null,
  body text not null,
  index bigint not null,
  requirement text not null,
  clause text not null,
  before text not null,
  after text not null,
  type text not null,
  occurred_on date not null,
  certificate text,
  PRIMARY KEY (institution, run, body, index, requirement)
);
alter table what_if_cases enable row level security, force row level security;
create policy workspace on what_if_cases for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant delete, insert, select, update on what_if_cases to suzheng_workspace;

create table what_if_runs (
  institution text not null,
  id text not null,
  run jsonb not null,
  started_at timestamp with time zone not null,
  PRIMARY KEY (institution, id)
);
CREATE INDEX what_if_runs_by_start ON what_if_runs USING btree (institution, started_at DESC);
alter table what_if_runs enable row level security, force row level security;
create policy workspace on what_if_runs for all
  using (institution = current_setting('suzheng.acting_for'::text, true))
  with check (institution = current_setting('suzheng.acting_for'::text, true));
grant delete, insert, select, update on what_if_runs to suzheng_workspace;
