-- Runs that try a rule pack on the past. `institution` is the one for which one runs, `operator`
-- for the command line.
create table what_if_runs (
  institution text not null,
  id text not null,
  run jsonb not null,
  started_at timestamptz not null,
  primary key (institution, id)
);
create index what_if_runs_by_start on what_if_runs (institution, started_at desc);
