-- A job the user tracks.
create table job (
    id          text    not null primary key,
    title       text    not null,
    company     text    not null,
    location    text    not null,           -- the first place, for lists
    remote_mode text    not null,
    url         text    not null,
    notes       text    not null,
    stage       text    not null,
    position    real    not null,           -- place in its stage, smallest first
    posting     text    not null,           -- everything the posting says, its text included, JSON
    added_at    integer not null,
    updated_at  integer not null,
    deleted_at  integer                     -- a tombstone, so that sync can pass the deletion on
) strict;

create index job_by_stage on job (stage, position) where deleted_at is null;
