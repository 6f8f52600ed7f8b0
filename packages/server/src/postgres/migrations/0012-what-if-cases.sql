-- Acts of which a try flips an outcome, written in the transaction that counts them. Runs made before
-- have none and are made again when somebody wants them: they only repeat what the logs say.
truncate what_if_runs;
create table what_if_cases (
  institution text not null,
  run text not null,
  -- Whose act, and its place in that log.
  body text not null,
  index bigint not null,
  requirement text not null,
  clause text not null,
  before text not null,
  after text not null,
  type text not null,
  occurred_on date not null,
  certificate text,
  primary key (institution, run, body, index, requirement)
);
select protect_workspace_table('what_if_cases');
select grant_to_workspace('what_if_runs', 'delete');
select grant_to_workspace('what_if_cases', 'delete');
