-- Whose certificate a number is. Spans institutions: two that report one number at the same moment
-- meet here, and the later one is refused.
create table certificate_numbers (
  number text collate "C" primary key,
  institution text not null
);

insert into certificate_numbers (number, institution)
select distinct on (number) number, institution from certificates order by number, institution;
