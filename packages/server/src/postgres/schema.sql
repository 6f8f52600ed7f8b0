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

create table migrations (
  name text not null,
  applied_at timestamp with time zone not null default now()
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

create table requests (
  institution text not null,
  submitter text not null,
  request_id text not null,
  digest bytea not null,
  first_index bigint not null,
  acts integer not null
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

CREATE INDEX certificates_by_holder ON certificates USING gin (holder_bigrams) WITH (fastupdate='on');
CREATE INDEX certificates_by_main ON certificates USING btree (institution, main_number) WHERE (main_number IS NOT NULL);
CREATE INDEX certificates_by_number ON certificates USING btree (number) INCLUDE (institution, withheld, holder_search);
CREATE INDEX certificates_by_organisation ON certificates USING btree (organisation_code);
CREATE UNIQUE INDEX certificates_pkey ON certificates USING btree (institution, number);
CREATE UNIQUE INDEX directory_checkpoint_pkey ON directory_checkpoint USING btree (only_row);
CREATE UNIQUE INDEX entries_by_stream ON entries USING btree (institution, stream, version);
CREATE UNIQUE INDEX entries_pkey ON entries USING btree (institution, index);
CREATE UNIQUE INDEX import_runs_pkey ON import_runs USING btree (institution, id);
CREATE INDEX institutions_by_body_number ON institutions USING btree (body_number);
CREATE UNIQUE INDEX institutions_pkey ON institutions USING btree (approval_number);
CREATE UNIQUE INDEX logs_pkey ON logs USING btree (institution);
CREATE UNIQUE INDEX map_tiles_pkey ON map_tiles USING btree (institution, prefix);
CREATE UNIQUE INDEX migrations_pkey ON migrations USING btree (name);
CREATE UNIQUE INDEX participations_pkey ON participations USING btree (institution, person, starts_at, number, stage);
CREATE INDEX personal_values_by_value ON personal_values USING btree (institution, name, value);
CREATE UNIQUE INDEX personal_values_pkey ON personal_values USING btree (institution, commitment);
CREATE UNIQUE INDEX published_pkey ON published USING btree (institution);
CREATE UNIQUE INDEX requests_pkey ON requests USING btree (institution, submitter, request_id);
CREATE UNIQUE INDEX stream_states_pkey ON stream_states USING btree (institution, stream);
CREATE UNIQUE INDEX tokens_pkey ON tokens USING btree (institution, id);
