-- What was told apart by institution in each query only is bound by the database too: imports,
-- requests for pauses, pauses, calendars and runs of what-if.
--
-- Statements that span institutions (sweeping obligations, approving a pause for many) say so by
-- the setting `suzheng.across`; the workspace never sets it.
create function let_span_institutions(name text) returns void language plpgsql as $$
begin
  execute format('create policy across on %I
    using (current_setting(''suzheng.across'', true) = ''on'')
    with check (current_setting(''suzheng.across'', true) = ''on'')', name);
end $$;

-- Who handed in and when becomes part of the run.
update import_runs set run = run || jsonb_build_object(
  'startedAt', to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'submitter', '', 'files', '[]'::jsonb);
create index import_runs_by_start on import_runs (institution, started_at desc, id desc);

select protect_workspace_table('import_runs');
select let_span_institutions('import_runs');
select protect_workspace_table('what_if_runs');
select protect_workspace_table('tolling_requests');
select let_span_institutions('tolling_requests');
select protect_workspace_table('pauses');
select let_span_institutions('pauses');
select protect_workspace_table('calendar_feeds');

-- Whose calendar a secret address opens is found before it is known for whom it is.
create policy identity on calendar_feeds using (current_setting('suzheng.identity', true) = 'on');

-- The sweep spans institutions like the others.
drop policy sweep on obligations;
drop policy sweep on inbox_items;
select let_span_institutions('obligations');
select let_span_institutions('inbox_items');
