-- A posting as it was found, byte for byte; several jobs may come from one page.
create table snapshot (
    hash        text    not null primary key,   -- SHA-256 of the bytes, hexadecimal
    bytes       blob    not null
) strict;

-- Which job was found in it, when and where.
create table job_snapshot (
    job_id      text    not null references job (id) on delete cascade,
    captured_at integer not null,               -- unix milliseconds
    hash        text    not null references snapshot (hash),
    url         text    not null,               -- empty when it came from a file
    name        text    not null,               -- of that file; empty when it came from the web
    text        text    not null,               -- as it was read then
    primary key (job_id, captured_at)
) strict, without rowid;
