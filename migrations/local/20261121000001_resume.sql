-- A resume the user keeps. Instants are unix milliseconds; ids are UUIDv7 text.
create table resume (
    id          text    not null primary key,
    title       text    not null,
    name        text    not null,           -- of the person, for lists
    label       text    not null,           -- the headline, for lists
    file_name   text    not null,           -- of the file it came from; empty when typed in
    format      text    not null,           -- of that file
    content     text    not null,           -- the resume as corrected, JSON
    reading     text    not null,           -- what was read, with its places, JSON
    to_check    integer not null,           -- fields worth a look
    reviewed    integer not null,           -- 0 or 1
    added_at    integer not null,
    updated_at  integer not null,
    deleted_at  integer                     -- a tombstone, so that sync can pass the deletion on
) strict;

create index resume_by_change on resume (updated_at) where deleted_at is null;

-- The file a resume came from, byte for byte.
create table resume_source (
    resume_id   text    not null primary key references resume (id) on delete cascade,
    bytes       blob    not null
) strict;
