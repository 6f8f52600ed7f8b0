-- An invitation that gives a person of the institution new means of signing in, for the account
-- that it names; null: it makes an account, or gives roles to one.
alter table invitations add column recovers text;

-- Sign-ins by passkey that were begun and not finished are counted by address, as a keyed hash.
alter table ceremonies add column address_hash text;
create index ceremonies_by_address on ceremonies (address_hash) where address_hash is not null;

-- What others, or the operator, did to an account. Names no person but by account id, so that it
-- stays when the account is erased; `told_at`: when the person said that they have seen it.
create table account_acts (
  institution text not null,
  id text not null,
  account text not null,
  act text not null,
  -- Null: the operator of the installation.
  done_by text,
  at timestamptz not null,
  told_at timestamptz,
  primary key (institution, id)
);
create index account_acts_by_account on account_acts (account);
select protect_workspace_table('account_acts');
create policy identity on account_acts using (current_setting('suzheng.identity', true) = 'on');
