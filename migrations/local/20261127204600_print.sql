-- What a posting is known again by, under another address too.
create table print (
    job_id  text    not null primary key references job (id) on delete cascade,
    address text    not null,           -- canonical; empty without one
    title   text    not null,           -- folded
    company text    not null,           -- folded
    sketch  blob    not null            -- a min-hash of its text; empty for a short one
) strict;

create index print_by_address on print (address) where address <> '';
