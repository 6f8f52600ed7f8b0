-- What the public may find of rules: made again at any time from packs and registry.
create table rule_search_versions (
  -- As addressed: the id of a shipped rule, institution/id of a filed one. Ordered by bytes, so that
  -- pages follow one order everywhere.
  rule text collate "C" not null,
  version text collate "C" not null,
  content_hash text not null,
  state text not null,
  institution text,
  number text not null,
  title_zh text not null,
  title_en text not null,
  issuer_zh text not null,
  issuer_en text not null,
  -- Issuer folded for search, both languages and who filed it.
  issuer_search text not null,
  category text not null,
  -- Schemes, fields, item codes.
  fields text[] not null,
  -- Of the requirements of all its clauses.
  kinds text[] not null,
  in_force_from date not null,
  -- The first day on which it is not in force any more.
  in_force_until date,
  primary key (rule, version)
);
create unique index rule_search_versions_in_order
  on rule_search_versions (rule, in_force_from desc, version);

-- Each wording of a clause once, however many versions of its rule carry it.
create table rule_search_wordings (
  rule text collate "C" not null,
  -- SHA-256 over number, title and text.
  wording bytea not null,
  clause text not null,
  title_zh text not null,
  title_en text not null,
  text_zh text not null,
  text_en text not null,
  -- Number, titles and texts folded for search, and the pairs and triples of characters in it.
  search text not null,
  grams text[] not null,
  primary key (rule, wording)
);
alter table rule_search_wordings set (toast_tuple_target = 8160);
create index rule_search_wordings_by_gram on rule_search_wordings using gin (grams);

create table rule_search_clauses (
  rule text collate "C" not null,
  version text collate "C" not null,
  -- From 1, as they stand in the version.
  position integer not null,
  wording bytea not null,
  -- Of the requirements under the clause.
  kinds text[] not null,
  primary key (rule, version, position)
);
create index rule_search_clauses_by_wording on rule_search_clauses (rule, wording);

-- A search takes a few milliseconds; starting workers for it takes longer.
alter table rule_search_versions set (parallel_workers = 0);
alter table rule_search_wordings set (parallel_workers = 0);
alter table rule_search_clauses set (parallel_workers = 0);
