-- A certificate's state names the decision that opened its cycle, as the first report of that cycle's
-- beginning says; null where none was seen.
update stream_states s set state = regexp_replace(
  s.state,
  '("cycleStartOn":"[^"]*")',
  '\1,"cycleDecidedOn":' || coalesce(to_json(decided.on_day)::text, 'null')
)
from stream_states held
left join lateral (
  select data ->> 'decidedOn' as on_day
  from entries e, json_extract_path(e.entry::json, 'data') data
  where e.institution = held.institution and e.stream = held.stream
    and e.entry::json ->> 'type' = 'CertificateReported'
    and data ->> 'activity' in ('initial', 'recertification')
    and data ->> 'issuedOn' = held.state::json ->> 'cycleStartOn'
  order by e.version limit 1
) decided on true
where s.institution = held.institution and s.stream = held.stream
  and held.stream like 'certificate/%';
-- Deadlines are reckoned from it, so every log is read again.
update obligation_positions set next_index = 0;
