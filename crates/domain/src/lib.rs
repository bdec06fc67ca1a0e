//! What a resume, a posting, a job and a match are, and every calculation on them.
//!
//! Nothing here does I/O, reads the clock or rolls dice: the same input always gives the same
//! output, so every rule can be tested in a line.

pub mod date;
pub mod duplicates;
pub mod facts;
pub mod id;
pub mod jobs;
pub mod kind;
mod layout;
mod lexicon;
pub mod linter;
pub mod matching;
pub mod page;
pub mod resumes;
pub mod screening;
pub mod settings;
pub mod tailoring;
pub mod time;
pub mod vocabulary;

pub use date::PartialDate;
pub use id::{ActivityId, FactId, JobId, ResumeId};
pub use kind::Kind;
pub use time::Timestamp;
