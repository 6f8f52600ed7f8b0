-- Accounts belong to persons. What is personal stands in these tables only, never in a log.
--
-- Rows of a workspace are seen by the institution acted for and nobody else: row-level security on
-- the setting `suzheng.acting_for`, forced on the owner too. The role `suzheng_workspace` makes it
-- hold even when the server connects as a superuser, whom policies do not bind. Where the connecting
-- user may not make the role, its own statements are bound by the same policies.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'suzheng_workspace') then
    create role suzheng_workspace nologin;
  end if;
exception when insufficient_privilege or duplicate_object or unique_violation then
  raise notice 'the role suzheng_workspace was not made';
end $$;

do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant suzheng_workspace to %I', current_user);
  end if;
exception when insufficient_privilege or undefined_object then
  raise notice 'the role suzheng_workspace cannot be taken';
end $$;

-- Makes a table that has the institution in its primary key part of the workspace: one call in the
-- migration that creates it, `select protect_workspace_table('rule_drafts')`.
create function protect_workspace_table(name text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy workspace on %I
    using (institution = current_setting(''suzheng.acting_for'', true))
    with check (institution = current_setting(''suzheng.acting_for'', true))', name);
  perform grant_to_workspace(name, 'select, insert, update');
end $$;

create function grant_to_workspace(name text, privileges text) returns void language plpgsql as $$
begin
  if exists (select 1 from pg_roles where rolname = 'suzheng_workspace') then
    execute format('grant %s on %I to suzheng_workspace', privileges, name);
  end if;
end $$;

-- Institutions that are no certification bodies; those are in `institutions`.
create table organisations (
  institution text primary key,
  kind text not null check (kind in ('regulator', 'accreditation-body')),
  name text not null,
  created_at timestamptz not null
);

create table accounts (
  account text primary key,
  -- Folded: NFKC, lower case.
  sign_in_name text not null unique,
  name text not null,
  -- PHC string of argon2id; null for who signs in by passkey only.
  password text,
  -- Sealed with a key of the data folder.
  totp_secret bytea,
  -- The newest time step whose code was taken; each works once.
  totp_step bigint not null default 0,
  created_at timestamptz not null
);

create table recovery_codes (
  account text not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account, code_hash)
);

-- `id` is the credential id. Revoked ones stay, since signatures were made with them.
create table passkeys (
  account text not null,
  id text not null unique,
  public_key bytea not null,
  algorithm integer not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (account, id)
);

-- One row per role and time of holding it; revoked ones stay.
create table memberships (
  institution text not null,
  account text not null,
  role text not null,
  -- Null: by the operator.
  granted_by text,
  granted_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  primary key (institution, account, role, granted_at)
);
create unique index memberships_held on memberships (institution, account, role)
  where revoked_at is null;
create index memberships_by_account on memberships (account);

create table sessions (
  token_hash bytea primary key,
  id text not null unique,
  account text not null,
  means text not null,
  acting_for text,
  signed_in_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  user_agent text not null
);
create index sessions_by_account on sessions (account);

create table invitations (
  institution text not null,
  id text not null,
  code_hash bytea not null,
  roles text[] not null,
  name text,
  invited_by text,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_by text,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (institution, id)
);
create unique index invitations_by_code on invitations (code_hash);

-- Every attempt, written before it is judged, so that parallel attempts count each other.
create table sign_ins (
  id text primary key,
  at timestamptz not null,
  -- Keyed hash of the name as typed; null for a passkey or a link.
  name_hash text,
  account text,
  means text not null,
  outcome text not null,
  -- Truncated to its network; the keyed hash of the whole is for counting.
  address text not null,
  address_hash text not null,
  user_agent text not null
);
create index sign_ins_by_account on sign_ins (account, at);
create index sign_ins_by_name on sign_ins (name_hash, at);
create index sign_ins_by_address on sign_ins (address_hash, at);

-- What was begun and is finished by the next request: challenges, enrolments of an authenticator.
create table ceremonies (
  purpose text not null,
  subject text not null,
  key bytea not null,
  payload bytea not null,
  expires_at timestamptz not null,
  primary key (purpose, subject, key)
);
create index ceremonies_by_expiry on ceremonies (expires_at);

-- One-time links of installations with demo data.
create table sign_in_links (
  code_hash bytea primary key,
  account text not null,
  expires_at timestamptz not null
);

-- `suzheng.identity` is set by the statements that sign people in, before it is known for whom
-- they act. The workspace never sets it.
alter table memberships enable row level security;
alter table memberships force row level security;
create policy workspace on memberships
  using (current_setting('suzheng.identity', true) = 'on'
    or institution = current_setting('suzheng.acting_for', true));
select grant_to_workspace('memberships', 'select, insert, update');

alter table invitations enable row level security;
alter table invitations force row level security;
create policy workspace on invitations
  using (current_setting('suzheng.identity', true) = 'on'
    or institution = current_setting('suzheng.acting_for', true));
select grant_to_workspace('invitations', 'select, insert, update');

-- People are seen where they work or worked; their secrets are not granted at all.
alter table accounts enable row level security;
alter table accounts force row level security;
create policy workspace on accounts
  using (current_setting('suzheng.identity', true) = 'on'
    or exists (select 1 from memberships m where m.account = accounts.account
      and m.institution = current_setting('suzheng.acting_for', true)));
select grant_to_workspace('accounts', 'select (account, sign_in_name, name)');

-- Attempts on an account, for the time in which its person worked at the institution.
alter table sign_ins enable row level security;
alter table sign_ins force row level security;
create policy workspace on sign_ins
  using (current_setting('suzheng.identity', true) = 'on'
    or exists (select 1 from memberships m where m.account = sign_ins.account
      and m.institution = current_setting('suzheng.acting_for', true)
      and sign_ins.at >= m.granted_at and (m.revoked_at is null or sign_ins.at < m.revoked_at)));
select grant_to_workspace('sign_ins', 'select');
