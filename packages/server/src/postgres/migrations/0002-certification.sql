create table institutions (
  approval_number text primary key,
  name text not null,
  name_english text,
  status text not null,
  fields text[] not null,
  branches text[] not null,
  -- The digits with which this body's certificate numbers begin, where the approval number tells them.
  body_number text,
  connected_at timestamptz not null,
  last_reported_at timestamptz,
  certificates bigint not null default 0
);
create index institutions_by_body_number on institutions (body_number);

-- What the next decision about a stream has to know; small and often rewritten.
create table stream_states (
  institution text not null,
  stream text not null,
  version integer not null,
  state text not null,
  primary key (institution, stream)
) with (fillfactor = 70);

alter table stream_states alter column state set storage external;
alter table stream_states set (toast_tuple_target = 8160);

-- One row per certificate, as last reported; `card` is what the public may read.
create table certificates (
  institution text not null,
  -- Ordered by bytes, so that one index serves prefixes, pages and walks in number order.
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
  card text not null,
  -- Holder name folded for search, and its pairs of neighbouring characters.
  holder_search text not null,
  holder_bigrams text[] not null,
  primary key (institution, number)
);
alter table certificates alter column card set storage external;
alter table certificates set (toast_tuple_target = 8160);
create index certificates_by_number on certificates (number)
  include (institution, withheld, holder_search);
create index certificates_by_organisation on certificates (organisation_code);
create index certificates_by_main on certificates (institution, main_number) where main_number is not null;
create index certificates_by_holder on certificates using gin (holder_bigrams) with (fastupdate = on);

-- One person in one audit stage. `person` is a keyed token of the person's identity.
create table participations (
  institution text not null,
  person text not null,
  starts_at text not null,
  number text not null,
  stage text not null,
  ends_at text not null,
  holder text not null,
  days double precision not null,
  primary key (institution, person, starts_at, number, stage)
);

create table tokens (
  institution text not null,
  id text not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (institution, id)
);

create table import_runs (
  institution text not null,
  id text not null,
  run jsonb not null,
  started_at timestamptz not null,
  primary key (institution, id)
);
