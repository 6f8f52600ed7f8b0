-- What people of an institution read about its obligations is bound to that institution, also where
-- a statement forgets to say so; the sweep, which spans institutions, says what it is.
select protect_workspace_table('obligations');
select protect_workspace_table('inbox_items');
select protect_workspace_table('inbox_reads');
select grant_to_workspace('inbox_reads', 'delete');
create policy sweep on obligations
  using (current_setting('suzheng.sweep', true) = 'on')
  with check (current_setting('suzheng.sweep', true) = 'on');
create policy sweep on inbox_items
  using (current_setting('suzheng.sweep', true) = 'on')
  with check (current_setting('suzheng.sweep', true) = 'on');
