-- Runs that try a rule pack on the past. `owner` is the institution for which one runs, `operator`
-- for the command line.
create table what_if_runs (
  owner text not null,
  id text not null,
  run jsonb not null,
  started_at timestamptz not null,
  primary key (owner, id)
);
create index what_if_runs_by_start on what_if_runs (owner, started_at desc);
