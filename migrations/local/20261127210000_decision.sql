-- Whether a posting that came in is worth the user's time: open, kept or archived.
alter table job add column decision text not null default 'open';
