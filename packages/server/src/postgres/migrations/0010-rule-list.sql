-- Where the list of rules looks for words: id, number, titles, folded. What is there already is
-- folded here nearly as the server folds it; the next act about the rule writes it anew.
alter table rule_search_versions add column head_search text not null default '';
update rule_search_versions set head_search = regexp_replace(
  lower(normalize(concat_ws(E'\n', rule, number, title_zh, title_en), NFKC)),
  '[[:blank:]()（）·.,，。、-]', '', 'g');
alter table rule_search_versions alter column head_search drop default;
-- The list goes rule by rule, shipped ones first, the newest version of each first.
create index rule_search_versions_in_list
  on rule_search_versions ((institution is not null), rule, in_force_from desc, version desc);
