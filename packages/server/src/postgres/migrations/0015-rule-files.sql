-- Files that an institution keeps to file them with its rules; the bytes are evidence, named by their
-- hash. What others keep cannot be attached, whoever knows its hash.
create table rule_files (
  institution text not null,
  -- SHA-256, hex.
  sha256 text not null,
  bytes bigint not null,
  type text not null,
  kept_by text not null,
  kept_at timestamptz not null,
  primary key (institution, sha256)
);
select protect_workspace_table('rule_files');
