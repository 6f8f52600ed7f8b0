create table accounts (
  account text not null,
  sign_in_name text not null,
  name text not null,
  password text,
  totp_secret bytea,
  totp_step bigint not null default 0,
  created_at timestamp with time zone not null
);

create table calendar_feeds (
  institution text not null,
  id text not null,
  secret_hash bytea not null,
  account text not null,
  language text not null,
  made_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);

create table ceremonies (
  purpose text not null,
  subject text not null,
  key bytea not null,
  payload bytea not null,
  expires_at timestamp with time zone not null
);

create table certificate_numbers (
  number text not null,
  institution text not null
);

create table certificates (
  institution text not null,
  number text not null,
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
  card text not null,
  holder_search text not null,
  holder_bigrams text[] not null
);

create table directory_checkpoint (
  only_row boolean not null default true,
  size bigint not null,
  note text not null,
  noted_at timestamp with time zone not null
);

create table entries (
  institution text not null,
  index bigint not null,
  stream text not null,
  version integer not null,
  leaf_hash bytea not null,
  entry text not null
);

create table import_runs (
  institution text not null,
  id text not null,
  run jsonb not null,
  started_at timestamp with time zone not null
);

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
  done_at timestamp with time zone
);

create table inbox_reads (
  institution text not null,
  account text not null,
  id text not null,
  read_at timestamp with time zone not null
);

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
  certificates bigint not null default 0
);

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
  revoked_at timestamp with time zone
);

create table logs (
  institution text not null,
  size bigint not null default 0,
  frontier bytea not null default '\x'::bytea,
  frozen_because text
);

create table map_tiles (
  institution text not null,
  prefix text not null,
  tile bytea not null
);

create table memberships (
  institution text not null,
  account text not null,
  role text not null,
  granted_by text,
  granted_at timestamp with time zone not null,
  revoked_by text,
  revoked_at timestamp with time zone
);

create table migrations (
  name text not null,
  applied_at timestamp with time zone not null default now()
);

create table obligation_positions (
  institution text not null,
  next_index bigint not null,
  rules text not null
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
  next_on date
);

create table organisations (
  institution text not null,
  kind text not null,
  name text not null,
  created_at timestamp with time zone not null
);

create table participations (
  institution text not null,
  person text not null,
  starts_at text not null,
  number text not null,
  stage text not null,
  ends_at text not null,
  holder text not null,
  days double precision not null
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
  revoked_at timestamp with time zone
);

create table pauses (
  institution text not null,
  id text not null,
  pause jsonb not null
);

create table personal_values (
  institution text not null,
  commitment text not null,
  name text not null,
  value text not null,
  salt bytea not null,
  public boolean not null
);

create table published (
  institution text not null,
  size bigint not null,
  root bytea not null,
  map_root bytea not null,
  frontier bytea not null,
  published_at timestamp with time zone not null
);

create table recovery_codes (
  account text not null,
  code_hash bytea not null,
  used_at timestamp with time zone
);

create table requests (
  institution text not null,
  submitter text not null,
  request_id text not null,
  digest bytea not null,
  first_index bigint not null,
  acts integer not null
);

create table rule_draft_revisions (
  institution text not null,
  id text not null,
  counter integer not null,
  content jsonb not null,
  saved_by text not null,
  saved_at timestamp with time zone not null
);

create table rule_drafts (
  institution text not null,
  id text not null,
  content jsonb not null,
  counter integer not null,
  checked_counter integer,
  updated_by text not null,
  updated_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);

create table rule_search_clauses (
  rule text not null,
  version text not null,
  "position" integer not null,
  wording bytea not null,
  kinds text[] not null
);

create table rule_search_versions (
  rule text not null,
  version text not null,
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
  head_search text not null
);

create table rule_search_wordings (
  rule text not null,
  wording bytea not null,
  clause text not null,
  title_zh text not null,
  title_en text not null,
  text_zh text not null,
  text_en text not null,
  search text not null,
  grams text[] not null
);

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
  clauses jsonb not null
);

create table rules (
  institution text not null,
  rule text not null,
  title text not null,
  number text not null,
  published_version text,
  last_index bigint not null
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
  user_agent text not null
);

create table sign_in_links (
  code_hash bytea not null,
  account text not null,
  expires_at timestamp with time zone not null
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
  user_agent text not null
);

create table stream_states (
  institution text not null,
  stream text not null,
  version integer not null,
  state text not null
);

create table tokens (
  institution text not null,
  id text not null,
  secret_hash bytea not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);

create table tolling_requests (
  institution text not null,
  id text not null,
  asked jsonb not null,
  state text not null,
  requested_by text not null,
  requested_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone
);

create table what_if_runs (
  institution text not null,
  id text not null,
  run jsonb not null,
  started_at timestamp with time zone not null
);

CREATE UNIQUE INDEX accounts_pkey ON accounts USING btree (account);
CREATE UNIQUE INDEX accounts_sign_in_name_key ON accounts USING btree (sign_in_name);
CREATE UNIQUE INDEX calendar_feeds_pkey ON calendar_feeds USING btree (institution, id);
CREATE UNIQUE INDEX calendar_feeds_secret_hash_key ON calendar_feeds USING btree (secret_hash);
CREATE INDEX ceremonies_by_expiry ON ceremonies USING btree (expires_at);
CREATE UNIQUE INDEX ceremonies_pkey ON ceremonies USING btree (purpose, subject, key);
CREATE UNIQUE INDEX certificate_numbers_pkey ON certificate_numbers USING btree (number);
CREATE INDEX certificates_by_holder ON certificates USING gin (holder_bigrams) WITH (fastupdate='on');
CREATE INDEX certificates_by_main ON certificates USING btree (institution, main_number) WHERE (main_number IS NOT NULL);
CREATE INDEX certificates_by_number ON certificates USING btree (number) INCLUDE (institution, withheld, holder_search);
CREATE INDEX certificates_by_organisation ON certificates USING btree (organisation_code);
CREATE UNIQUE INDEX certificates_pkey ON certificates USING btree (institution, number);
CREATE UNIQUE INDEX directory_checkpoint_pkey ON directory_checkpoint USING btree (only_row);
CREATE UNIQUE INDEX entries_by_stream ON entries USING btree (institution, stream, version);
CREATE UNIQUE INDEX entries_pkey ON entries USING btree (institution, index);
CREATE UNIQUE INDEX import_runs_pkey ON import_runs USING btree (institution, id);
CREATE INDEX inbox_items_by_day ON inbox_items USING btree (institution, said_on DESC, id);
CREATE UNIQUE INDEX inbox_items_pkey ON inbox_items USING btree (institution, id);
CREATE UNIQUE INDEX inbox_reads_pkey ON inbox_reads USING btree (institution, account, id);
CREATE INDEX institutions_by_body_number ON institutions USING btree (body_number);
CREATE UNIQUE INDEX institutions_pkey ON institutions USING btree (approval_number);
CREATE UNIQUE INDEX invitations_by_code ON invitations USING btree (code_hash);
CREATE UNIQUE INDEX invitations_pkey ON invitations USING btree (institution, id);
CREATE UNIQUE INDEX logs_pkey ON logs USING btree (institution);
CREATE UNIQUE INDEX map_tiles_pkey ON map_tiles USING btree (institution, prefix);
CREATE INDEX memberships_by_account ON memberships USING btree (account);
CREATE UNIQUE INDEX memberships_held ON memberships USING btree (institution, account, role) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX memberships_pkey ON memberships USING btree (institution, account, role, granted_at);
CREATE UNIQUE INDEX migrations_pkey ON migrations USING btree (name);
CREATE UNIQUE INDEX obligation_positions_pkey ON obligation_positions USING btree (institution);
CREATE INDEX obligations_by_due ON obligations USING btree (institution, due_on, number);
CREATE INDEX obligations_by_next ON obligations USING btree (next_on) WHERE (next_on IS NOT NULL);
CREATE UNIQUE INDEX obligations_pkey ON obligations USING btree (institution, number, rule, requirement, step);
CREATE UNIQUE INDEX organisations_pkey ON organisations USING btree (institution);
CREATE UNIQUE INDEX participations_pkey ON participations USING btree (institution, person, starts_at, number, stage);
CREATE UNIQUE INDEX passkeys_id_key ON passkeys USING btree (id);
CREATE UNIQUE INDEX passkeys_pkey ON passkeys USING btree (account, id);
CREATE UNIQUE INDEX pauses_pkey ON pauses USING btree (institution, id);
CREATE INDEX personal_values_by_value ON personal_values USING btree (institution, name, value);
CREATE UNIQUE INDEX personal_values_pkey ON personal_values USING btree (institution, commitment);
CREATE UNIQUE INDEX published_pkey ON published USING btree (institution);
CREATE UNIQUE INDEX recovery_codes_pkey ON recovery_codes USING btree (account, code_hash);
CREATE UNIQUE INDEX requests_pkey ON requests USING btree (institution, submitter, request_id);
CREATE UNIQUE INDEX rule_draft_revisions_pkey ON rule_draft_revisions USING btree (institution, id, counter);
CREATE UNIQUE INDEX rule_drafts_pkey ON rule_drafts USING btree (institution, id);
CREATE INDEX rule_search_clauses_by_wording ON rule_search_clauses USING btree (rule, wording);
CREATE UNIQUE INDEX rule_search_clauses_pkey ON rule_search_clauses USING btree (rule, version, "position");
CREATE INDEX rule_search_versions_in_list ON rule_search_versions USING btree (((institution IS NOT NULL)), rule, in_force_from DESC, version DESC);
CREATE UNIQUE INDEX rule_search_versions_in_order ON rule_search_versions USING btree (rule, in_force_from DESC, version);
CREATE UNIQUE INDEX rule_search_versions_pkey ON rule_search_versions USING btree (rule, version);
CREATE INDEX rule_search_wordings_by_gram ON rule_search_wordings USING gin (grams);
CREATE UNIQUE INDEX rule_search_wordings_pkey ON rule_search_wordings USING btree (rule, wording);
CREATE INDEX rule_versions_by_state ON rule_versions USING btree (state, institution, rule);
CREATE UNIQUE INDEX rule_versions_pkey ON rule_versions USING btree (institution, rule, version);
CREATE UNIQUE INDEX rules_pkey ON rules USING btree (institution, rule);
CREATE INDEX sessions_by_account ON sessions USING btree (account);
CREATE UNIQUE INDEX sessions_id_key ON sessions USING btree (id);
CREATE UNIQUE INDEX sessions_pkey ON sessions USING btree (token_hash);
CREATE UNIQUE INDEX sign_in_links_pkey ON sign_in_links USING btree (code_hash);
CREATE INDEX sign_ins_by_account ON sign_ins USING btree (account, at);
CREATE INDEX sign_ins_by_address ON sign_ins USING btree (address_hash, at);
CREATE INDEX sign_ins_by_name ON sign_ins USING btree (name_hash, at);
CREATE UNIQUE INDEX sign_ins_pkey ON sign_ins USING btree (id);
CREATE UNIQUE INDEX stream_states_pkey ON stream_states USING btree (institution, stream);
CREATE UNIQUE INDEX tokens_pkey ON tokens USING btree (institution, id);
CREATE UNIQUE INDEX tolling_requests_pkey ON tolling_requests USING btree (institution, id);
CREATE INDEX what_if_runs_by_start ON what_if_runs USING btree (institution, started_at DESC);
CREATE UNIQUE INDEX what_if_runs_pkey ON what_if_runs USING btree (institution, id);
