-- 示例精密 is also found by sljm. What a name is found by now holds more than its pairs of characters.
alter table certificates rename column holder_bigrams to holder_fragments;
-- Null: recorded before there were initials, filled when a server starts.
alter table certificates add column holder_initials text;
create index certificates_without_initials on certificates (institution, number) where holder_initials is null;
drop index certificates_by_number;
create index certificates_by_number on certificates (number) include (institution, withheld, holder_search, holder_initials);
