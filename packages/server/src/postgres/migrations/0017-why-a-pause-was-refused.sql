-- Shown to the institution that asked; null: not refused, or refused before reasons were asked for.
alter table tolling_requests add column refused_because text;
