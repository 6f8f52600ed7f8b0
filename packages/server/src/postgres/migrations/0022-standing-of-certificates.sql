-- How a body's certificates stand, counted without reading them: a million entries of few kinds take some megabytes.
create index certificates_by_standing on certificates (institution, status, valid_until) where not withheld;
