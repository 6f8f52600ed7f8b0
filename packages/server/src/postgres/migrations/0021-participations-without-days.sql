-- Days follow from beginning and end; those that were kept left out what had been counted before, and so went wrong
-- when a stay was corrected.
alter table participations drop column days;
