-- Logs. The institution leads every primary key, so that rows can be distributed by institution.

create table logs (
  institution text primary key,
  size bigint not null default 0,
  frontier bytea not null default '\x',
  -- Why appends are refused, when they are; null for a healthy log.
  frozen_because text
);

-- One row per entry; `entry` is the exact canonical JSON whose UTF-8 bytes were hashed.
create table entries (
  institution text not null,
  index bigint not null,
  stream text not null,
  version integer not null,
  leaf_hash bytea not null,
  entry text not null,
  primary key (institution, index)
);
-- Compressing row by row would cost more time than the space is worth; wide rows stay in place.
alter table entries alter column entry set storage external;
alter table entries set (toast_tuple_target = 8160);
create unique index entries_by_stream on entries (institution, stream, version);

-- Strict idempotency: an append is known by who sent it and the id they gave it.
create table requests (
  institution text not null,
  submitter text not null,
  request_id text not null,
  digest bytea not null,
  first_index bigint not null,
  acts integer not null,
  primary key (institution, submitter, request_id)
);

-- What has been laid out as tiles and noted in the directory.
create table published (
  institution text primary key,
  size bigint not null,
  root bytea not null,
  map_root bytea not null,
  frontier bytea not null,
  published_at timestamptz not null
);

create table map_tiles (
  institution text not null,
  prefix text not null,
  tile bytea not null,
  primary key (institution, prefix)
);

-- The newest signed directory checkpoint, for proofs; the file under /log/directory/ is the same text.
create table directory_checkpoint (
  only_row boolean primary key default true check (only_row),
  size bigint not null,
  note text not null,
  noted_at timestamptz not null
);

-- Openings of the commitments in entries. Deleting a row erases the value; the log stays provable.
create table personal_values (
  institution text not null,
  commitment text not null,
  name text not null,
  value text not null,
  salt bytea not null,
  public boolean not null,
  primary key (institution, commitment)
);
create index personal_values_by_value on personal_values (institution, name, value);
