-- How the user likes the program: one row, so that a choice never saved is a default.
create table setting (
    id          integer not null primary key check (id = 1),
    value       text    not null            -- JSON
) strict;
