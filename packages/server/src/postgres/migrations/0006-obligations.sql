-- Open obligations of certificates as of the day on which they were last looked at. Everything here
-- follows from the logs, the rule packs and the clock, and may be thrown away and told again.
create table obligations (
  institution text not null,
  number text not null,
  rule text not null,
  requirement text not null,
  step text not null,
  version text not null,
  clause text not null,
  opens_on date not null,
  due_on date not null,
  -- Before pauses moved it; null when none did.
  set_for date,
  tolled jsonb,
  state text not null,
  -- The next day on which something is to be done about it without a new act; null: none.
  next_on date,
  primary key (institution, number, rule, requirement, step)
);
create index obligations_by_next on obligations (next_on) where next_on is not null;
create index obligations_by_due on obligations (institution, due_on, number);

-- Up to where each log has been read for obligations, and by which rules.
create table obligation_positions (
  institution text primary key,
  next_index bigint not null,
  rules text not null
);

-- What an institution was told about an obligation; done is said once for all of its people.
create table inbox_items (
  institution text not null,
  id text not null,
  kind text not null,
  number text not null,
  rule text not null,
  requirement text not null,
  step text not null,
  clause text not null,
  due_on date not null,
  -- The day that the message is about: of the reminder, the first day overdue.
  said_on date not null,
  message jsonb not null,
  made_at timestamptz not null,
  done_by text,
  done_at timestamptz,
  primary key (institution, id)
);
create index inbox_items_by_day on inbox_items (institution, said_on desc, id);

create table inbox_reads (
  institution text not null,
  account text not null,
  id text not null,
  read_at timestamptz not null,
  primary key (institution, account, id)
);

-- Secret addresses of calendars, by their hash.
create table calendar_feeds (
  institution text not null,
  id text not null,
  secret_hash bytea not null unique,
  account text not null,
  language text not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (institution, id)
);

-- A pause of deadlines as asked for. Once approved it is an act in the log of each institution
-- concerned, and `pauses` holds it by institution.
create table tolling_requests (
  institution text not null,
  id text not null,
  asked jsonb not null,
  state text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  primary key (institution, id)
);

create table pauses (
  institution text not null,
  id text not null,
  pause jsonb not null,
  primary key (institution, id)
);
