-- The time that the newest entry says, so that the next one says none before it, whatever the clock does.
alter table logs add column recorded_at text;
update logs set recorded_at = (
  select coalesce(entry::json ->> 'recordedAt', entry::json ->> 'notedAt') from entries
  where entries.institution = logs.institution and index = logs.size - 1
);
