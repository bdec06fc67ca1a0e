-- What the user confirmed beyond what a resume says: the Truth Lock lets texts use it.
create table fact (
    id           text    not null primary key,
    resume_id    text    not null references resume (id) on delete cascade,
    path         text    not null,           -- of the role it belongs to; empty when of none
    text         text    not null,           -- in the user's words
    confirmed    text    not null            -- the day, as YYYY-MM-DD; empty when not known
) strict;

create index fact_by_resume on fact (resume_id);
