-- How a resume fitted a job when they were last compared.
create table score (
    resume_id text    not null references resume (id) on delete cascade,
    job_id    text    not null references job (id) on delete cascade,
    points    real,                       -- null where the posting is too vague to score
    band      text    not null,
    version   integer not null,           -- of the formula
    scored_at integer not null,
    primary key (resume_id, job_id)
) strict, without rowid;

create index score_by_job on score (job_id);
