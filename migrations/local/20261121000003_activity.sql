-- What happened, and when.
create table activity (
    id          text    not null primary key,
    what        text    not null,           -- JSON with a "kind"
    job_id      text    references job (id) on delete cascade,
    resume_id   text    references resume (id) on delete cascade,
    subject     text    not null,           -- the job's or resume's title at the time
    at          integer not null
) strict;

create index activity_by_time on activity (at);
create index activity_by_job on activity (job_id, at) where job_id is not null;
create index activity_by_resume on activity (resume_id) where resume_id is not null;
