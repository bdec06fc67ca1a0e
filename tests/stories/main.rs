//! What a user can do, from the outside: one file per story.

mod bad_files;
mod capture;
mod compare;
mod export;
mod import;
mod keep;
mod rank;
mod support;
mod track_a_job;
